import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { type Answered, Api, codeOf, documentOf, type Fields, isRefusal, type Kind } from "../house/api.js";
import { type BuiltServer, startBuilt } from "../house/built-server.js";
import { foundPeople, Hall, type People, type Somebody } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";
import { callersIn, recipes } from "./recipes.js";

interface Line {
  readonly field: string;
  readonly cells: Readonly<Record<string, string>>;
}

const readTable = (): Line[] => {
  const text = readFileSync(new URL("access.txt", import.meta.url), "utf8");
  const rows = text.split("\n").filter((row) => row.trim() && !row.startsWith("#"));
  const [head = [], ...lines] = rows.map((row) => row.trim().split(/\s+/));
  return lines.map(([field = "", ...cells]) => ({
    field,
    cells: Object.fromEntries(cells.map((cell, i) => [head[i + 1] ?? "", cell])),
  }));
};

const table = readTable();

let database: TestDatabase;
let server: BuiltServer;
let people: People;
let stranger: Somebody;

beforeAll(async () => {
  database = await ownDatabase();
  server = await startBuilt({ DATABASE_URL: database.url });
  people = await foundPeople(server.url, database.url);
  stranger = (await Hall.open(people, "En annen samling")).author;
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

const SCHEMA = `{ __schema { queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }`;

it("has a line and a recipe for every field of the API, and for nothing else", async () => {
  const types = await new Api(server.url).read<Record<string, { fields: { name: string }[] }>>(SCHEMA);
  const fieldsOf = (kind: Kind): string[] =>
    (types[`${kind.toLowerCase()}Type`]?.fields ?? []).map(({ name }) => `${kind}.${name}`);
  const all = [...fieldsOf("Query"), ...fieldsOf("Mutation"), ...fieldsOf("Subscription")].toSorted();
  expect(all.length).toBeGreaterThan(40);
  expect(table.map(({ field }) => field).toSorted()).toEqual(all);
  expect(Object.keys(recipes).toSorted()).toEqual(all);
});

const send = (api: Api, field: string, args: Fields): Promise<Answered> => {
  const [kind, name] = field.split(".") as [Kind, string];
  const document = documentOf(kind, name);
  return kind === "Subscription" ? api.firstOf(document, args) : api.ask(document, args);
};

/** `ok`, or how it was refused. */
const verdict = (answered: Answered): string => {
  if (answered.errors) return codeOf(answered) ?? "an error without a code";
  const done = answered.data?.["done"] as { __typename?: string } | undefined;
  return done?.__typename && isRefusal(done.__typename)
    ? done.__typename
    : done === undefined
      ? "nothing"
      : "ok";
};

/** A session of one's own for each call: one of them ends it. */
const apiOf = async (caller: Somebody | null): Promise<Api> =>
  new Api(server.url, caller && (await people.founder.newSession(caller.personId)));

describe("who may do what", () => {
  it.each(table)("$field", async ({ field, cells }) => {
    const hall = await Hall.open(people);
    const callers = await callersIn(hall, stranger);
    expect(Object.keys(cells)).toEqual(Object.keys(callers));
    const found: Record<string, string> = {};
    for (const [role, caller] of Object.entries(callers)) {
      const args = (await recipes[field]?.({ hall, role })) ?? {};
      found[role] = verdict(await send(await apiOf(caller), field, args));
    }
    expect(found).toEqual(cells);
  });
});
