import type { InMemoryCache } from "@apollo/client/cache";
import { persistently } from "../app/persistently.js";
import { makeCache } from "./cache.js";
import { Caller, shareCaller } from "./caller.js";
import { Pause, spreadBackoff } from "./backoff.js";
import { Cell } from "./cell.js";
import { Connection } from "./connection.js";
import { hasUnkeptDrafts } from "./draft.js";
import { isGone } from "./errors.js";
import { Feeds } from "./feeds.js";
import { aloneInBrowser } from "./outbox/alone.js";
import { deliveryTo } from "./outbox/deliver.js";
import { isUnsent } from "./outbox/item.js";
import { Outbox } from "./outbox/outbox.js";
import { askBeforeLeaving } from "./leaving.js";
import { deviceShelf, shelfWithSpare } from "./outbox/shelf.js";
import { Seen } from "./seen.js";
import { Server } from "./server.js";
import { ServerClock } from "./server-clock.js";
import { fetchCaller, fetchGathering, type Source } from "./snapshots.js";
import { openSocket, type LiveSocket } from "./socket.js";
import type { Waking } from "./waking.js";
import { applyWritten } from "./written.js";

/** Everything of one page that talks with the server. */
export interface Live {
  readonly server: Server;
  /** What queries, frames and the answers of mutations have brought. */
  readonly cache: InMemoryCache;
  readonly socket: LiveSocket;
  readonly connection: Connection;
  readonly feeds: Feeds;
  readonly outbox: Outbox;
  readonly clock: ServerClock;
  /** Ends when there is reason to try at once what waits for another try. */
  readonly comeback: Pause;
  /** Call after joining, signing in or out: forgets what the former caller saw, and reconnects. */
  readonly callerChanged: () => Promise<void>;
  /** Fetches a gathering anew; its feed goes on as before. */
  readonly refresh: (gatheringId: string) => Promise<unknown>;
  /** Does this too when another caller comes. */
  readonly onForget: (forgetter: () => Promise<unknown>) => void;
}

/** Wires the live layer for a page at `origin`, such as `https://ordskifte.no`. */
export function makeLive(origin: string): Live {
  const server = new Server(`${origin}/graphql`);
  const cache = makeCache();
  const connection = new Connection();
  const socket = openSocket(`${origin.replace(/^http/, "ws")}/graphql`, connection);
  const [feedPause, outboxPause] = [new Pause(), new Pause()];
  const backoff = spreadBackoff();
  const caller = new Caller(() => fetchCaller(server));
  const met = (personId: string | null) => caller.met(personId);
  const seen = new Seen(cache, caller);
  const unreached = () => connection.lost(!navigator.onLine);
  const paused = new Cell(false);
  const around = { socket, paused, pause: feedPause, backoff, isGone, unreached };
  const feeds = new Feeds({ server, cache }, around, met, seen);
  const outbox = makeOutbox({ server, cache }, outboxPause, caller);
  const clock = new ServerClock(server);
  const forgetters: (() => Promise<unknown>)[] = [];
  const forget = async () => {
    socket.restart();
    await Promise.all([cache.reset(), seen.clear(), ...forgetters.map((forgetter) => forgetter())]);
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
  // Where its code does not come, the socket's own questions notice later.
  watch({
    // The feeds come back from where they stood.
    reconnect: () => {
      socket.restart();
      void clock.measure();
    },
    hasJumped: () => clock.hasJumped(),
    tryNow: () => {
      feedPause.wake();
      outbox.kick();
    },
  }).catch(() => undefined);
  askBeforeLeaving(
    () => hasUnkeptDrafts() || (!outbox.isKept.get() && outbox.view.get().items.some(isUnsent)),
  );
  void outbox.open();
  const refresh = (id: string) => fetchGathering({ server, cache }, id, false, met);
  const onForget = (forgetter: () => Promise<unknown>) => void forgetters.push(forgetter);
  const comeback = feedPause;
  return {
    server,
    cache,
    socket,
    connection,
    feeds,
    outbox,
    clock,
    comeback,
    callerChanged,
    refresh,
    onForget,
  };
}

function makeOutbox({ server, cache }: Source, pause: Pause, caller: Caller): Outbox {
  return new Outbox({
    shelf: shelfWithSpare(deviceShelf()),
    deliver: deliveryTo(server),
    accept: (item, answer) => {
      const withdrawn = item.name === "WithdrawContribution" ? item.input.contributionId : undefined;
      applyWritten(cache, answer, withdrawn);
    },
    caller,
    alone: aloneInBrowser("ordskifte-outbox"),
    pause,
    backoff: spreadBackoff(),
  });
}

async function watch(waking: Waking): Promise<void> {
  const { keepAboveKeys, watchWaking } = await persistently(() => import("./watches.js"));
  watchWaking(waking);
  keepAboveKeys();
}
