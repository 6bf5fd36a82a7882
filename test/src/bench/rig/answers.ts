import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { pause } from "./figures.js";

interface Call {
  readonly id: number;
  readonly name: string;
  readonly given: never;
}

/** What a server's process holds: bytes, after collecting garbage. */
export interface Usage {
  readonly rss: number;
  readonly heap: number;
}

const usage = (): Usage => {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
};

/** Answers what the load generator calls; ends when the generator does. */
export const answerCalls = (functions: Readonly<Record<string, (given: never) => unknown>>): void => {
  const all: Readonly<Record<string, (given: never) => unknown>> = { usage, ...functions };
  const answer = async ({ id, name, given }: Call): Promise<void> => {
    try {
      process.send?.({ id, value: await all[name]?.(given) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  process.on("message", (call: Call) => void answer(call));
  process.on("disconnect", () => process.exit(0));
};

const open = new Set<Socket>();

/** Has to be called before the first socket is taken; the same for whatever server there is on top. */
export const watchSockets = (): void =>
  subscribe("net.server.socket", (message) => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });

/** Past this many unsent bytes on a socket no more is published. */
const FULL_BYTES = 64 * 1024;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const drained = async (): Promise<void> => {
  do await turn();
  while ([...open].some(({ writableLength }) => writableLength > FULL_BYTES));
};

/** Publishes as fast as the sockets take it, for so long; answers how often. */
export const saturate = async (
  publish: (n: number) => void | Promise<void>,
  forMs: number,
): Promise<number> => {
  const until = performance.now() + forMs;
  let published = 0;
  while (performance.now() < until) {
    await publish(published++);
    await drained();
  }
  await pause(200);
  return published;
};
