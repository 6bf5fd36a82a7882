import type { Client } from "graphql-ws";
import { persistently } from "../app/persistently.js";
import type { Connection } from "./connection.js";

const keepAlive = 10_000;
const pongWithin = 5_000;

/** What a feed needs of the socket. */
export type FeedSocket = Pick<Client, "subscribe">;

export interface LiveSocket extends FeedSocket {
  /** Drops the connection; feeds that are open come back on a new one with who the caller is now. */
  restart(): void;
}

/** Close codes after which trying again with the same page or session cannot help. */
export function isFinal(code: number): boolean {
  return [4400, 4401, 4403, 4406].includes(code);
}

function isDeviceOffline(): boolean {
  return typeof navigator !== "undefined" && !navigator.onLine;
}

/**
 * One socket for all feeds, opened when the first feed starts. It does not retry by itself: each feed comes back with its
 * newest cursor. Its code is fetched with the first picture, which stands on the screen before the socket is needed.
 */
export function openSocket(url: string, connection: Connection): LiveSocket {
  const coming = persistently(() => import("graphql-ws")).then((code) => makeClient(code, url, connection));
  coming.catch(() => undefined);
  return {
    subscribe: (payload, sink) => {
      let release = (): void => undefined;
      let isWanted = true;
      coming.then(
        (client) => isWanted && (release = client.subscribe(payload, sink)),
        (error: unknown) => isWanted && sink.error(error),
      );
      return () => {
        isWanted = false;
        release();
      };
    },
    restart: () => void coming.then((client) => client.terminate()).catch(() => undefined),
  };
}

function makeClient(
  { createClient }: typeof import("graphql-ws"),
  url: string,
  connection: Connection,
): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    lazy: true,
    lazyCloseTimeout: 3_000,
    retryAttempts: 0,
    keepAlive,
    connectionAckWaitTimeout: 8_000,
    on: {
      connecting: () => connection.connecting(isDeviceOffline()),
      connected: () => connection.connected(),
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), pongWithin);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        noteClose(connection, codeOf(event));
      },
    },
  });
  return client;
}

function noteClose(connection: Connection, code: number): void {
  if (code === 1000) connection.idle();
  else if (isFinal(code)) connection.stopped();
  else connection.lost(isDeviceOffline());
}

/** The close code that an event carries; 1006 when it carries none. */
export function codeOf(event: unknown): number {
  const hasCode = typeof event === "object" && event !== null && "code" in event;
  return hasCode && typeof event.code === "number" ? event.code : 1006;
}
