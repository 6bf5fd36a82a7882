import { randomUUID } from "node:crypto";
import {
  getNullableType,
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Api, Fields } from "../house/api.js";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall, type People } from "../house/hall.js";
import { readTable, send, verdict } from "./asking.js";
import { INTERNALS, pictureOf } from "./picture.js";
import { recipes } from "./recipes.js";
import { type Spot, spotsOf, withValue } from "./spots.js";

let founded: Founded;
let people: People;
let hall: Hall;

beforeAll(async () => {
  founded = await foundServer();
  people = founded.people;
  hall = await Hall.open(people);
});
afterAll(() => founded?.stop());

/** Codes and types that say which value is wrong. Nothing here may be INTERNAL. */
const SAYS_WHY = ["BAD_INPUT", "NOT_FOUND", "InputRejected", "CodeUnknown", "LinkExpired", "OVER_LIMIT"];
const LONG = "å".repeat(20_000);
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What cannot stand in this place. */
const badFor = ({ type, value }: Spot): unknown[] => {
  const bare = getNullableType(type);
  const nothing = isNonNullType(type) ? [null] : [];
  if (isEnumType(bare)) return [...nothing, "NONSENSE", 1, "'; DROP TABLE person; --"];
  if (bare === GraphQLInt) return [...nothing, "mange", 1.5, 2 ** 40, -1];
  if (bare === GraphQLBoolean) return [...nothing, "ja"];
  if (bare === GraphQLString) return [...nothing, 7, LONG];
  if (bare === GraphQLID && typeof value === "string" && UUID.test(value)) {
    return [...nothing, "not-a-uuid", "'; DROP TABLE person; --", randomUUID(), otherId(value)];
  }
  return [...nothing, { nonsense: true }];
};

/** An id that is there, of something else. */
const otherId = (value: string): string => {
  const { networkId } = people.network;
  return value === networkId ? hall.id : networkId;
};

const { owner, author } = { owner: "owner", author: "author" };
const callerFor = (cells: Readonly<Record<string, string>>): { api: Api; role: string } =>
  cells[owner] === "ok" ? { api: people.owner.api, role: owner } : { api: hall.author.api, role: author };

/** The same as a write of its own: a repeat with other content is refused for that alone. */
const anew = (args: Fields): Fields => {
  const input = args["input"] as Fields | undefined;
  return input ? { ...args, input: { ...input, clientMutationId: randomUUID() } } : args;
};

/** Who is asked for nothing cannot be asked wrongly. */
const lines = readTable().filter(
  ({ field }) =>
    !["Query.ownData", "Query.publicAddress", "Query.serverTime", "Query.viewer"].includes(field),
);

describe("what cannot stand in any place of the arguments is refused, and changes nothing", () => {
  it.each(lines)("$field", async ({ field, cells }) => {
    const { api, role } = callerFor(cells);
    const args = (await recipes[field]?.({ hall, role })) as Fields;
    const before = await pictureOf(hall);
    let tried = 0;
    for (const spot of spotsOf(field, args)) {
      for (const bad of badFor(spot)) {
        const answered = await send(api, field, withValue(anew(args), spot, bad));
        const what = `${spot.path.join(".")} = ${JSON.stringify(bad)?.slice(0, 40)}`;
        expect(SAYS_WHY, `${what}: ${verdict(answered)}`).toContain(verdict(answered));
        expect(JSON.stringify(answered.errors ?? ""), what).not.toMatch(INTERNALS);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(1);
    expect(await pictureOf(hall)).toEqual(before);
  });
});
