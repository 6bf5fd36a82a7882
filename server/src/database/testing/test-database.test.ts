import pg from "pg";
import { expect, it } from "vitest";
import { createTestDatabase } from "./test-database.js";

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
  await client.end();
  return rows.map((row: { tablename: string }) => row.tablename);
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

it("gives each test a database of its own, which disappears when dropped", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await execute(one.url, "create table only_here (id int)");
  expect(await tablesOf(one.url)).toContain("only_here");
  expect(await tablesOf(other.url)).not.toContain("only_here");
  await Promise.all([one.drop(), other.drop()]);
  await expect(tablesOf(one.url)).rejects.toThrow(/does not exist/);
});
