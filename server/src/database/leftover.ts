import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandOf, isAlive, signal, waitUntilGone } from "./processes.js";

/** How long Postgres gets for each way of stopping, from the gentlest to the hardest. */
const STOPS: readonly (readonly [NodeJS.Signals, number])[] = [
  ["SIGINT", 15_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 5_000],
];

/** Stops a Postgres server: disconnects everyone, writes a checkpoint, ends. Harder when that takes too long. */
export async function stopServer(pid: number): Promise<void> {
  for (const [name, patience] of STOPS) {
    signal(pid, name);
    if (await waitUntilGone(pid, patience)) return;
  }
  throw new Error(`Postgres process ${pid} does not stop`);
}

/**
 * Deals with what a killed Node left behind: its Postgres lives on and is stopped here, so that one server has the
 * folder. Returns whether there was one. Call only with the data folder claimed.
 */
export async function stopLeftover(clusterFolder: string): Promise<boolean> {
  const file = join(clusterFolder, "postmaster.pid");
  const pid = Number((await linesOf(file))[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const isOurs = await servesFolder(pid, clusterFolder);
  if (isOurs) await stopServer(pid);
  if (isAlive(pid)) await markStale(file);
  return isOurs;
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, "utf8").catch(() => "")).split("\n");
}

async function servesFolder(pid: number, clusterFolder: string): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes("postgres") && command.includes(clusterFolder);
}

/**
 * The number in the lock file belongs to an unrelated process, or to one that has ended and that nobody has asked about,
 * and Postgres would refuse to start. It overlooks its parent's number, so that goes in; the other lines stay, for its
 * own check for surviving backends. A server that stopped in order has taken the file away.
 */
async function markStale(file: string): Promise<void> {
  const [, ...rest] = await linesOf(file);
  if (rest.length > 0) await writeFile(file, [String(process.pid), ...rest].join("\n"));
}
