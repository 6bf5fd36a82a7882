import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Api, type Kind } from "../house/api.js";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall, type People, type Somebody } from "../house/hall.js";
import { readTable, send, verdict } from "./asking.js";
import { callersIn, recipes } from "./recipes.js";

const table = readTable();

let founded: Founded;
let people: People;
let stranger: Somebody;

beforeAll(async () => {
  founded = await foundServer();
  people = founded.people;
  stranger = (await Hall.open(people, "En annen samling")).author;
});
afterAll(() => founded?.stop());

const SCHEMA = `{ __schema { queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }`;

it("has a line and a recipe for every field of the API, and for nothing else", async () => {
  const types = await new Api(founded.server.url).read<Record<string, { fields: { name: string }[] }>>(
    SCHEMA,
  );
  const fieldsOf = (kind: Kind): string[] =>
    (types[`${kind.toLowerCase()}Type`]?.fields ?? []).map(({ name }) => `${kind}.${name}`);
  const all = [...fieldsOf("Query"), ...fieldsOf("Mutation"), ...fieldsOf("Subscription")].toSorted();
  expect(all.length).toBeGreaterThan(40);
  expect(table.map(({ field }) => field).toSorted()).toEqual(all);
  expect(Object.keys(recipes).toSorted()).toEqual(all);
});

/** A session of one's own for each call: one of them ends it. */
const apiOf = async (caller: Somebody | null): Promise<Api> =>
  new Api(founded.server.url, caller && (await people.founder.newSession(caller.personId)));

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
