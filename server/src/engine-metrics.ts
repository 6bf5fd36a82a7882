import type { Pool } from "pg";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { CommitWatch } from "./live/commit.js";
import type { Feed, FeedWatch } from "./live/feed.js";
import { gauge } from "./kernel/gauge.js";

/** Who counts what the live engine tells. */
export interface EngineMetrics {
  readonly commit: CommitWatch;
  readonly feed: FeedWatch;
}

/** The engine's own figures. No label holds anything that callers choose. */
export function countEngine(registry: Registry, pool: Pool): EngineMetrics {
  watchPool(registry, pool);
  return { commit: countCommits(registry), feed: countFeeds(registry) };
}

/** What a feed can be asked for at any time. */
export function watchFeed(registry: Registry, feed: Feed): void {
  gauge(registry, "ordskifte_subscribers", "Feeds that are being listened to.", feed.subscriberCount);
  gauge(registry, "ordskifte_streams", "Streams that this node reads.", feed.streamCount);
}

function watchPool(registry: Registry, pool: Pool): void {
  gauge(registry, "ordskifte_pool_connections", "Connections to the database.", () => pool.totalCount);
  gauge(registry, "ordskifte_pool_idle", "Of them, those that nobody uses.", () => pool.idleCount);
  gauge(registry, "ordskifte_pool_waiting", "Questions that wait for a connection.", () => pool.waitingCount);
}

function countCommits(registry: Registry): CommitWatch {
  const registers = [registry];
  const batches = new Histogram({
    name: "ordskifte_commit_batch",
    help: "Commands that shared a transaction.",
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    labelNames: ["way"],
    registers,
  });
  const missed = new Counter({
    name: "ordskifte_head_misses_total",
    help: "Batches that were tried without the lock and came to nothing.",
    registers,
  });
  const repeated = new Counter({
    name: "ordskifte_receipts_repeated_total",
    help: "Commands that had been carried out before and were answered by their receipt.",
    registers,
  });
  const waiting = new Gauge({
    name: "ordskifte_commit_waiting",
    help: "Commands that wait to be carried out or are under way.",
    registers,
  });
  return {
    batch: (size, atHead) => batches.observe({ way: atHead ? "at_head" : "locked" }, size),
    missed: () => missed.inc(),
    repeated: () => repeated.inc(),
    waiting: (change) => waiting.inc(change),
  };
}

function countFeeds(registry: Registry): FeedWatch {
  const registers = [registry];
  const lag = new Histogram({
    name: "ordskifte_commit_to_frame_seconds",
    help: "From a commit of this node, or a hint of another's, to the frames written.",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const lost = new Counter({
    name: "ordskifte_lost_hints_total",
    help: "Changes found by asking for heads, because no hint came.",
    registers,
  });
  const resets = new Counter({
    name: "ordskifte_feed_resets_total",
    help: "Readers whose cursor did not fit.",
    labelNames: ["reason"],
    registers,
  });
  return {
    shown: (seconds) => lag.observe(seconds),
    lostHint: () => lost.inc(),
    reset: (reason) => resets.inc({ reason }),
  };
}
