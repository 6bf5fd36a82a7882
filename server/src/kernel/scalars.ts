import { GraphQLError, GraphQLScalarType } from "graphql";
import { GraphQLDateTimeISO, GraphQLUUID } from "graphql-scalars";

/** A `Date` in the server. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: "An instant, ISO 8601 in UTC. Clocks are for display; order comes from cursors.",
});

const readUuid = (value: unknown): string => GraphQLUUID.parseValue(value).toLowerCase();

/** A lower-case string in the server, as Postgres writes it, so that ids can be compared as text. */
export const UuidScalar = new GraphQLScalarType<string, string>({
  name: "UUID",
  description: "A UUID made by the client.",
  serialize: readUuid,
  parseValue: readUuid,
  parseLiteral: (node) => readUuid("value" in node ? node.value : null),
});

const CURSOR = /^[\w-]{1,64}\.\d{1,18}$/;

function readCursor(value: unknown): string {
  if (typeof value !== "string" || !CURSOR.test(value)) throw new GraphQLError("Not a cursor.");
  return value;
}

/** A string of the form `epoch.sequence` in the server; `live` reads and writes what is inside. */
export const CursorScalar = new GraphQLScalarType<string, string>({
  name: "Cursor",
  description:
    "A point in a stream: `epoch.sequence`. Opaque to clients: take it from a snapshot or a frame, hand it back to a feed.",
  serialize: readCursor,
  parseValue: readCursor,
  parseLiteral: (node) => readCursor("value" in node ? node.value : null),
});
