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

it("needs no right to make extensions: a role that may make tables and nothing else comes as far as any", async () => {
  const [role, bare] = [`role_${name}`, `bare_${name}`];
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'bare'`);
  await admin.query(`CREATE DATABASE ${bare}`);
  const owned = new pg.Client({ connectionString: withDatabase(inject("clusterUrl"), bare) });
  await owned.connect();
  await owned.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${role}`);
  const url = new URL(withDatabase(inject("clusterUrl"), bare));
  [url.username, url.password] = [role, "bare"];
  const db = new pg.Client({ connectionString: url.href });
  try {
    await db.connect();
    await migrate(url.href);
    const { rows } = await db.query("SELECT name FROM migration");
    expect(rows).toHaveLength(migrations.length);
    await expect(db.query("CREATE EXTENSION pg_trgm")).rejects.toMatchObject({ code: "42501" });
  } finally {
    await Promise.all([db.end(), owned.end()]);
    await admin.query(`DROP DATABASE ${bare} WITH (FORCE)`);
    await admin.query(`DROP ROLE ${role}`);
  }
});
