// Do the migrations give the tables that the entities describe? Asked of a real Postgres, migrated from nothing.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capture } from "../workspace/run.mjs";

export async function migrationDrift() {
  const { startEmbeddedPostgres } = await import("../../server/dist/database/embedded.js");
  const { migrate } = await import("../../server/dist/database/migrate.js");
  const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-drift-"));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: () => {} });
  try {
    await migrate(postgres.url);
    return await capture(process.execPath, ["server/dist/check-drift.js", postgres.url]);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
