import type { Bus } from "@ordskifte/server/bus/bus";
import type { Clock } from "@ordskifte/server/kernel/clock";
import { liveShapes } from "@ordskifte/server/live-shapes";
import { createCommit, type Commit } from "@ordskifte/server/live/commit";
import { createFeed, type Feed } from "@ordskifte/server/live/feed";
import { liveTables } from "@ordskifte/server/live/live-table";
import type { App } from "@ordskifte/server/modules/context";
import type { NodeSettings } from "./node-settings.js";

/** Says and hears nothing. */
export const deafBus = (): Bus => ({
  publish: () => undefined,
  subscribe: () => () => undefined,
  close: () => Promise.resolve(),
});

export const clockOffBy = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) });

/** A feed that learns of changes by asking for heads alone. Milliseconds between two questions. */
export const unhintedFeed = (app: App, pollEvery = 1_000): Feed =>
  createFeed({ pool: app.pool, bus: deafBus(), pollEvery });

/** The same engine with a clock that is off, and told to nobody where hints are lost. */
const commitOf = (app: App, feed: Feed, { losesHints, clockOffMs }: NodeSettings): Commit =>
  createCommit({
    pool: app.pool,
    tables: liveTables(app.source, liveShapes),
    clock: clockOffBy(clockOffMs),
    onMoved: losesHints ? () => undefined : (streamId) => feed.moved(streamId),
  });

/** Puts faulty parts in the place of a node's own, before anybody can call it. */
export const spoil = (app: App, settings: NodeSettings): void => {
  const { losesHints, clockOffMs } = settings;
  if (!losesHints && clockOffMs === 0) return;
  const feed = losesHints ? unhintedFeed(app) : app.feed;
  Object.assign(app, { feed, commit: commitOf(app, feed, settings), clock: clockOffBy(clockOffMs) });
};
