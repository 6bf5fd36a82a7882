import type { ApolloClient } from "@apollo/client";
import { makeApollo } from "./apollo.js";
import { Caller, shareCaller } from "./caller.js";
import { Pause, spreadBackoff } from "./backoff.js";
import { Connection } from "./connection.js";
import { isGone } from "./errors.js";
import { Feeds } from "./feeds.js";
import { aloneInBrowser } from "./outbox/alone.js";
import { apolloDelivery } from "./outbox/deliver.js";
import { Outbox } from "./outbox/outbox.js";
import { deviceShelf, memoryShelf, shelfOr } from "./outbox/shelf.js";
import { Seen } from "./seen.js";
import { ServerClock } from "./server-clock.js";
import { fetchCaller } from "./snapshots.js";
import { openSocket, type LiveSocket } from "./socket.js";
import { applyWritten } from "./written.js";

/** Everything of one page that talks with the server. */
export interface Live {
  readonly client: ApolloClient;
  readonly socket: LiveSocket;
  readonly connection: Connection;
  readonly feeds: Feeds;
  readonly outbox: Outbox;
  readonly clock: ServerClock;
  /** Call after joining, signing in or out: forgets what the former caller saw, and reconnects. */
  readonly callerChanged: () => Promise<void>;
}

/** Wires the live layer for a page at `origin`, such as `https://ordskifte.no`. */
export function makeLive(origin: string): Live {
  const client = makeApollo(`${origin}/graphql`);
  const connection = new Connection();
  const socket = openSocket(`${origin.replace(/^http/, "ws")}/graphql`, connection);
  const [feedPause, outboxPause] = [new Pause(), new Pause()];
  const backoff = spreadBackoff();
  const caller = new Caller(() => fetchCaller(client));
  const met = (personId: string | null) => caller.met(personId);
  const seen = new Seen(client, caller);
  const unreached = () => connection.lost(!navigator.onLine);
  const around = { socket, pause: feedPause, backoff, isGone, unreached };
  const feeds = new Feeds(client, around, met, seen);
  const outbox = makeOutbox(client, outboxPause, caller);
  const clock = new ServerClock(client);
  const forget = async () => {
    socket.restart();
    await Promise.all([client.clearStore(), seen.clear()]);
    feeds.clear();
  };
  const callerChanged = async () => {
    caller.forget();
    await forget();
    void caller.doubt();
  };
  caller.onOther(() => void forget());
  shareCaller(caller);
  connection.onUp(() => {
    outbox.kick();
    void clock.measure();
  });
  listenToDevice(() => {
    feedPause.wake();
    outbox.kick();
  });
  void outbox.open();
  return { client, socket, connection, feeds, outbox, clock, callerChanged };
}

function makeOutbox(client: ApolloClient, pause: Pause, caller: Caller): Outbox {
  return new Outbox({
    shelf: shelfOr(deviceShelf(), memoryShelf()),
    deliver: apolloDelivery(client),
    accept: (item, answer) => {
      const withdrawn = item.name === "WithdrawContribution" ? item.input.contributionId : undefined;
      applyWritten(client.cache, answer, withdrawn);
    },
    caller,
    alone: aloneInBrowser("ordskifte-outbox"),
    pause,
    backoff: spreadBackoff(),
  });
}

/** The net is back, or somebody looks at the page again: reason to try at once. */
function listenToDevice(tryNow: () => void): void {
  window.addEventListener("online", tryNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tryNow();
  });
}
