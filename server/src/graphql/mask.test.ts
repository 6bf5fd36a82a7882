import pg from "pg";
import { GraphQLError } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mask } from "./mask.js";
import { createTestDatabase, type TestDatabase } from "../database/testing/test-database.js";

let database: TestDatabase;
let db: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

/** What a caller is told when a resolver's question is answered by Postgres with this SQLSTATE; the ids that were written down. */
const toldOf = async (sqlstate: string): Promise<{ told: unknown; reported: number }> => {
  const raise = `DO $$ BEGIN RAISE EXCEPTION 'hunter2' USING ERRCODE = '${sqlstate}'; END $$`;
  const originalError = (await db.query(raise).catch((error: unknown) => error)) as Error;
  let reported = 0;
  const told = mask(new GraphQLError("x", { originalError }), () => (reported += 1));
  return { told, reported };
};

it.each([
  ["the disk is full", "53100"],
  ["there is no memory", "53200"],
  ["all connections are taken", "53300"],
  ["the database is told to stop", "57P01"],
  ["the database starts", "57P03"],
])("where %s, reading is told to come back as writing is", async (_, sqlstate) => {
  const { told, reported } = await toldOf(sqlstate);
  expect(told).toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  expect(reported).toBe(0);
});

it("a mistake of ours is a surprise, and nothing of it is told", async () => {
  const { told, reported } = await toldOf("42P01");
  expect(told).toMatchObject({ extensions: { code: "INTERNAL" } });
  expect(JSON.stringify(told)).not.toContain("hunter2");
  expect(reported).toBe(1);
});
