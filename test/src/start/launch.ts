import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const START = resolve(import.meta.dirname, "../../../scripts/start.mjs");
const POLL_MS = 50;

/** A server that was started the way people start it. */
export interface Launched {
  url: string;
  child: ChildProcess;
  /** What it has said on both outputs so far. */
  said(): string;
  /** Resolves with the exit code, or with the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Runs the start script in a process group of its own, as a terminal does. Variables that are left out are unset. */
export function launch(variables: { PORT: number; DATA_DIR: string; DATABASE_URL?: string }): Launched {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...variables, PORT: String(variables.PORT) };
  const child = spawn(process.execPath, [START], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = once(child, "close").then(([code, name]) => (code ?? name) as number | NodeJS.Signals);
  return {
    url: `http://127.0.0.1:${variables.PORT}`,
    child,
    said: () => Buffer.concat(chunks).toString("utf8"),
    ended,
  };
}

/** Resolves when the server says that it is ready; throws with what it said when it ends before that. */
export async function untilReady(server: Launched): Promise<void> {
  const { url, child } = server;
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await delay(POLL_MS);
  }
  throw new Error(`The server ended before it was ready:\n${server.said()}`);
}

/** Signals the whole group, as a terminal does for Ctrl-C and when it is closed. */
export function signalGroup({ child }: Launched, name: NodeJS.Signals): void {
  if (child.pid !== undefined) process.kill(-child.pid, name);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
