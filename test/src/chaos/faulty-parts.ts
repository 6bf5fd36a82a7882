import type { Bus } from "@ordskifte/server/bus/bus";
import type { Clock } from "@ordskifte/server/kernel/clock";
import { liveShapes } from "@ordskifte/server/live-shapes";
import { createCommit, type Commit } from "@ordskifte/server/live/commit";
import { createFeed, type Feed } from "@ordskifte/server/live/feed";
import { liveTables } from "@ordskifte/server/live/live-table";
import { createPool } from "@ordskifte/server/database/pool";
import { newId } from "@ordskifte/server/kernel/ids";
import type { Pool } from "pg";
import type { App } from "@ordskifte/server/modules/context";
import type { NodeSettings } from "./node-settings.js";

/** Says and hears nothing. */
const deafBus = (): Bus => ({
  publish: () => undefined,
  subscribe: () => () => undefined,
  announce: () => undefined,
  onNotice: () => () => undefined,
  close: () => Promise.resolve(),
});

const clockOffBy = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) });

type OnFound = () => void;

/** A feed that learns of changes by asking for heads alone. Milliseconds between two questions. */
const unhintedFeed = (app: App, pollEvery: number, onFound: OnFound): Feed =>
  createFeed({ pool: app.pool, bus: deafBus(), pollEvery, watch: { lostHint: onFound } });

const OFTEN_MS = 1_000;
/** The longest that a timer can wait: some 24 days. */
const NEVER_MS = 2 ** 31 - 1;

const feedOf = (app: App, { losesHints, leavesOut }: NodeSettings, onFound: OnFound): Feed => {
  if (leavesOut === "polls") return unhintedFeed(app, NEVER_MS, onFound);
  return losesHints ? unhintedFeed(app, OFTEN_MS, onFound) : app.feed;
};

/** Answers before the write is on the disk. */
const hastyPool = (databaseUrl: string): Pool =>
  createPool(`${databaseUrl}?options=-c%20synchronous_commit%3Doff`);

/** The same engine with a clock that is off, and telling nobody where hints are lost. */
const commitOf = (app: App, feed: Feed, settings: NodeSettings): Commit =>
  createCommit({
    pool: settings.leavesOut === "flushes" ? hastyPool(settings.databaseUrl) : app.pool,
    tables: liveTables(app.source, liveShapes),
    clock: clockOffBy(settings.clockOffMs),
    onMoved: (stream, step) => (settings.losesHints ? undefined : feed.moved(stream, step)),
  });

/** Every write looks new, also one that was done before. */
const withoutReceipts =
  (commit: Commit): Commit =>
  (write) =>
    commit({ ...write, receipt: { ...write.receipt, id: newId() } });

/** Puts faulty parts in the place of a node's own, before anybody can call it. `onFound` is called for what no hint told. */
export const spoil = (app: App, settings: NodeSettings, onFound: OnFound): void => {
  // A node that is as it should be stays with the parts that it was composed of, its bus too.
  if (!settings.losesHints && settings.clockOffMs === 0 && settings.leavesOut === "nothing") return;
  const feed = feedOf(app, settings, onFound);
  const commit = commitOf(app, feed, settings);
  Object.assign(app, {
    feed,
    commit: settings.leavesOut === "receipts" ? withoutReceipts(commit) : commit,
    clock: clockOffBy(settings.clockOffMs),
  });
};
