import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the cluster that all tests of this run share. */
    clusterUrl: string;
  }
}

/** The migrated database that every test database is copied from. */
export const TEMPLATE = "ordskifte_template";

export interface TestDatabase {
  url: string;
  /** Removes the database, closing whatever connections are left. */
  drop(): Promise<void>;
}

/** Makes a migrated, empty database of its own for one test file or test, on the cluster of this run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject("clusterUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(clusterUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  return {
    url: withDatabase(clusterUrl, name),
    drop: () => execute(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
