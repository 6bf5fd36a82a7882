import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { chooseAccount, type PostgresAccount } from "./postgres-account.js";
import { findBinaries, type PostgresBinaries } from "./postgres-binaries.js";
import { DatabaseStartError } from "./start-error.js";

const run = promisify(execFile);

export const SUPERUSER = "ordskifte";

/** A Postgres cluster on disk, ready to be started. */
export interface Cluster {
  /** Postgres's own data directory. */
  folder: string;
  /** Where the server writes its log. */
  logFile: string;
  password: string;
  binaries: PostgresBinaries;
  account: PostgresAccount;
}

export interface ClusterOptions {
  /** The folder that holds the cluster, its password and its log. */
  folder: string;
  /** False for throw-away clusters: nothing is forced to disk. */
  durable: boolean;
}

/** Opens the cluster in a folder, and makes it first when it is not there. */
export async function openCluster({ folder, durable }: ClusterOptions): Promise<Cluster> {
  await mkdir(folder, { recursive: true });
  const binaries = await findBinaries();
  const account = await chooseAccount(binaries.postgres, folder);
  await account.adopt(folder);
  const password = await readOrMakePassword(join(folder, "password"), account);
  const cluster = {
    folder: join(folder, "cluster"),
    logFile: join(folder, "server.log"),
    password,
    binaries,
    account,
  };
  await removeHalfMade(folder);
  if (!existsSync(cluster.folder)) await makeCluster(cluster, folder, durable);
  return cluster;
}

/** Starts `initdb` on a folder beside the final one and renames it when complete, so that a crash leaves no half. */
async function makeCluster(cluster: Cluster, folder: string, durable: boolean): Promise<void> {
  const draft = join(folder, `cluster.new-${process.pid}`);
  const words = [
    ...cluster.account.prefix,
    cluster.binaries.initdb,
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${join(folder, "password")}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    ...(durable ? [] : ["--no-sync"]),
  ];
  await mkdir(draft, { mode: 0o700 });
  await cluster.account.adopt(draft);
  await initdb(words, cluster.account);
  await rename(draft, cluster.folder);
}

async function initdb([command, ...words]: string[], account: PostgresAccount): Promise<void> {
  try {
    await run(command ?? "", words, { ...account.spawnAs, cwd: "/" });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? String(cause);
    throw new DatabaseStartError("postgres-failed", `The embedded Postgres could not be set up: ${said}`, {
      cause,
    });
  }
}

async function removeHalfMade(folder: string): Promise<void> {
  const names = await readdir(folder);
  const halves = names.filter((name) => name.startsWith("cluster.new-"));
  await Promise.all(halves.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

async function readOrMakePassword(file: string, account: PostgresAccount): Promise<string> {
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await account.adopt(file);
  }
  return (await readFile(file, "utf8")).trim();
}
