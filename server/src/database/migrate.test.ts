import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrate } from "./migrate.js";
import { migrations } from "./migrations/index.js";
import { withDatabase } from "./testing/test-database.js";

const admin = new pg.Client({ connectionString: inject("clusterUrl") });
const name = `test_${randomUUID().replaceAll("-", "")}`;
beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
});
afterAll(async () => {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

it("lets nodes that start at once on an empty database each find it migrated, once", async () => {
  const url = withDatabase(inject("clusterUrl"), name);
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const { rows } = await db.query("SELECT name FROM migration");
  await db.end();
  expect(rows).toHaveLength(migrations.length);
});
