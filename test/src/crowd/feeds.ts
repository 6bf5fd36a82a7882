import { createClient, type Client } from "graphql-ws";
import { WebSocket } from "ws";
import type { Api } from "../house/api.js";
import type { Change } from "./hall-view.js";

interface Event {
  readonly __typename: string;
  readonly cursor?: string;
  readonly changes?: readonly Change[];
}

const LONGEST_WAIT_MS = 5_000;

/** One socket of one participant, which comes back by itself and goes on from where it was. */
export const openSocket = ({ url, token }: Api): Client =>
  createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { token },
    keepAlive: 10_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (tries) =>
      new Promise((go) => setTimeout(go, Math.random() * Math.min(LONGEST_WAIT_MS, 250 * 2 ** tries))),
  });

/** Follows a stream from a cursor. `onReset` is called where it cannot go on from there. Returns how to stop. */
export const followStream = (
  client: Client,
  query: string,
  from: { readonly id: string; readonly cursor: string },
  onChange: (change: Change) => void,
  onReset: () => void,
): (() => void) => {
  let { cursor } = from;
  const payload = {
    query,
    // Read each time the message is written, so that nobody comes back to an old cursor.
    get variables() {
      return { id: from.id, cursor };
    },
  };
  const next = ({ data }: { data?: { feed: Event } | null }): void => {
    if (data?.feed.__typename === "FeedReset") return onReset();
    cursor = data?.feed.cursor ?? cursor;
    for (const change of data?.feed.changes ?? []) onChange(change);
  };
  return client.subscribe<{ feed: Event }>(payload, {
    next,
    error: () => undefined,
    complete: () => undefined,
  });
};
