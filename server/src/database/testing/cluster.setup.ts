import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { isAbandoned } from "../data-folder.js";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../embedded.js";
import { stopLeftover } from "../leftover.js";
import { migrate } from "../migrate.js";
import { TEMPLATE, withDatabase } from "./test-database.js";

const PREFIX = "ordskifte-tests-";

/** Vitest calls this once for each project that asks for it; they share one cluster, started by the first. */
const shared = globalThis as { ordskifteTestCluster?: { users: number; cluster: Promise<RunningCluster> } };

interface RunningCluster extends EmbeddedPostgres {
  dataDir: string;
}

/** Starts a throw-away cluster with a migrated template database, and removes it when the last project is done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = (shared.ordskifteTestCluster ??= { users: 0, cluster: startCluster() });
  run.users += 1;
  const cluster = await run.cluster;
  project.provide("clusterUrl", cluster.url);
  return async () => {
    run.users -= 1;
    if (run.users > 0) return;
    delete shared.ordskifteTestCluster;
    await remove(cluster);
  };
}

async function startCluster(): Promise<RunningCluster> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  const cluster = await startEmbeddedPostgres({ dataDir, durable: false, log: (line) => console.log(line) });
  await makeTemplate(cluster.url);
  return Object.assign(cluster, { dataDir });
}

async function remove(cluster: RunningCluster): Promise<void> {
  await cluster.stop();
  await rm(cluster.dataDir, { recursive: true, force: true });
}

/** A database can only serve as a template while nobody is connected to it. */
async function makeTemplate(clusterUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(withDatabase(clusterUrl, TEMPLATE));
  await admin.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await admin.end();
}

/** A run that was killed leaves its cluster behind, and nobody would ever stop it. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (!(await isAbandoned(dataDir))) continue;
    await stopLeftover(join(dataDir, "postgres/cluster"));
    await rm(dataDir, { recursive: true, force: true });
  }
}
