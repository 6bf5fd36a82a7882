import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rename } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "./cluster.js";
import { stopServer } from "./leftover.js";
import { signal } from "./processes.js";
import { DatabaseStartError } from "./start-error.js";

/** A running Postgres. */
export interface PostgresServer {
  port: number;
  /** Resolves with the reason when the process has ended, whoever ended it. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** Asks the server to stop, without waiting: for the last moment of this process. */
  interrupt(): void;
}

export interface ServerOptions {
  durable: boolean;
  /** The port to listen on; a free one when left out. */
  port?: number;
}

const POLL_MS = 20;
const ATTEMPTS = 20;
const PAUSE_MS = 500;

/**
 * Starts the server and waits until it accepts connections, however long recovery takes. Tries again when another
 * program got the port first, or when the backends of a killed server have not all noticed yet.
 */
export async function startServer(cluster: Cluster, options: ServerOptions): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(cluster, options.durable, options.port ?? (await freePort()));
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await delay(PAUSE_MS);
    }
  }
}

async function startOnce(cluster: Cluster, durable: boolean, port: number): Promise<PostgresServer> {
  const child = await launch(cluster, settings(durable, port));
  const ended = endOf(child);
  if (!(await ready(cluster.folder, child))) throw await failure(cluster, await ended);
  return { port, ended, ...stopping(child) };
}

/** Signals only while the child is ours: once it has ended, its number may belong to somebody else. */
function stopping(child: ChildProcess): Pick<PostgresServer, "stop" | "interrupt"> {
  return {
    stop: async () => {
      if (runs(child)) await stopServer(child.pid);
    },
    interrupt: () => {
      if (runs(child)) signal(child.pid, "SIGINT");
    },
  };
}

function runs(child: ChildProcess): child is ChildProcess & { pid: number } {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function settings(durable: boolean, port: number): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    jit: "off",
    logging_collector: "off",
    synchronous_commit: durable ? "on" : "off",
    fsync: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * Runs Postgres in its own session, because Ctrl-C and a closed terminal signal the whole foreground group, and the
 * database must outlive the requests that are being finished. It writes to a file, because a pipe would break when
 * Node is killed.
 */
async function launch(cluster: Cluster, words: string[]): Promise<ChildProcess> {
  await rename(cluster.logFile, `${cluster.logFile}.previous`).catch(() => {});
  const log = await open(cluster.logFile, "w", 0o600);
  const [command, ...rest] = [
    ...cluster.account.prefix,
    cluster.binaries.postgres,
    "-D",
    cluster.folder,
    ...words,
  ];
  const env = { PATH: process.env["PATH"], LC_ALL: "C", PGDATA: cluster.folder };
  const stdio = ["ignore", log.fd, log.fd] as const;
  try {
    return spawn(command ?? "", rest, {
      ...cluster.account.spawnAs,
      cwd: "/",
      env,
      detached: true,
      stdio: [...stdio],
    });
  } finally {
    await log.close();
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, name) => resolve(name ? `ended by ${name}` : `ended with code ${code}`));
  });
}

/** Postgres notes in its lock file when it accepts connections. Resolves to false when it ends before that. */
async function ready(folder: string, child: ChildProcess): Promise<boolean> {
  while (runs(child)) {
    const lines = (await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await delay(POLL_MS);
  }
  return false;
}

async function failure(cluster: Cluster, reason: string): Promise<DatabaseStartError> {
  const log = await readFile(cluster.logFile, "utf8").catch(() => "");
  const said = log.match(/FATAL: {2}(.*)/)?.[1] ?? log.trim().split("\n").at(-1) ?? "";
  const detail = said === "" ? reason : said;
  const message = `The embedded Postgres did not start: ${detail} (more in ${cluster.logFile})`;
  return new DatabaseStartError("postgres-failed", message, { cause: log });
}

function isPassing(error: unknown): boolean {
  const log = error instanceof DatabaseStartError ? String(error.cause) : "";
  return /Address already in use|pre-existing shared memory block/.test(log);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
