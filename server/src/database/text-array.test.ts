import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPool } from "./pool.js";
import { createTestDatabase } from "./testing/test-database.js";
import { textArray, textOf } from "./text-array.js";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const readBack = async (type: string, values: readonly unknown[]): Promise<unknown[]> => {
  const text = `SELECT array_agg(v::${type}) AS read FROM unnest($1::text[]) AS a(v)`;
  const { rows } = await pool.query<{ read: unknown[] }>({ text, values: [textArray(values.map(textOf))] });
  return rows[0]?.read ?? [];
};

describe("a column of rows as one parameter", () => {
  it.each([
    ["text", ["", "blåbær", `"{a,b}"\\`, "🍰 e\u0301", "NULL", null, "a".repeat(100_000)]],
    ["int", [0, -7, 2_147_483_647, null]],
    ["boolean", [true, false, null]],
    ["timestamptz", [new Date("2026-05-17T12:00:00.123Z"), null]],
    ["bytea", [Buffer.from([0, 255, 92]), null]],
  ])("of type %s is read as it was written", async (type, values) => {
    expect(await readBack(type, values)).toEqual(values);
  });

  it("can be of lists, whatever their elements hold", async () => {
    const lists = [["a", `b"\\`, "", "c,{d}", "NULL"], []];
    const text = "SELECT to_json(v::text[]) AS list FROM unnest($1::text[]) AS a(v)";
    const { rows } = await pool.query({ text, values: [textArray(lists.map(textOf))] });
    expect(rows).toEqual(lists.map((list) => ({ list })));
  });
});
