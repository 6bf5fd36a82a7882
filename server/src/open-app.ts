import type { Pool } from "pg";
import type { DataSource } from "typeorm";
import { attendance } from "./attendance.js";
import type { Bus } from "./bus/bus.js";
import { createPostgresBus } from "./bus/postgres.js";
import { createRedisBus } from "./bus/redis.js";
import { openDatabase } from "./database-address.js";
import { createDataSource } from "./database/data-source.js";
import { lookupOf } from "./database/lookup.js";
import { assertDurable, createPool } from "./database/pool.js";
import { entities } from "./entities.js";
import type { Metrics } from "./graphql/metrics.js";
import { Identity } from "./identity/identity.js";
import { RevisionWatch } from "./identity/revisions.js";
import { systemClock } from "./kernel/clock.js";
import { GuessGuard } from "./kernel/guess-guard.js";
import { countEngine, watchFeed } from "./engine-metrics.js";
import type { Log } from "./kernel/log.js";
import type { Trace } from "./kernel/tracing.js";
import type { Settings } from "./kernel/settings.js";
import { WRITES_AT_ONCE, WriteLimit } from "./kernel/write-limit.js";
import { liveShapes } from "./live-shapes.js";
import { createCommit, type Commit, type CommitOptions } from "./live/commit.js";
import { createFeed, type Feed } from "./live/feed.js";
import { createPresence } from "./live/presence.js";
import { PresenceOverBus } from "./live/presence-over-bus.js";
import { liveTables } from "./live/live-table.js";
import { startUpkeep } from "./live/upkeep.js";
import type { App } from "./modules/context.js";
import type { Started } from "./started.js";

export interface AppParts {
  readonly settings: Settings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly trace: Trace;
  readonly started: Started;
}

export interface AppOptions extends AppParts {
  /** Told what is going on, one short line each. */
  readonly say?: (line: string) => void;
  /** The embedded Postgres has ended for good. */
  readonly onLost?: (reason: string) => void;
}

/** Everything below the transport: database, migrations, bus, live engine. Each is stopped by `started`. */
export async function openApp(options: AppOptions): Promise<App> {
  const { settings, started, say = () => undefined, onLost = () => undefined } = options;
  const database = await openDatabase({ settings, say, onLost });
  const { url } = started.add(database, () => database.stop());
  const source = await createDataSource(url, entities).initialize();
  started.add(source, () => source.destroy());
  const pool = createPool(url);
  started.add(pool, () => pool.end());
  await assertDurable(pool);
  const live = await openLive(options, pool, url);
  openUpkeep(options, pool);
  const commit = live.commitWith(liveTables(source, liveShapes));
  const identity = new Identity(source, systemClock);
  watchSessions(options, source, identity);
  const base = { pool, source, lookup: lookupOf(source, pool), clock: systemClock };
  const presence = createPresence({ port: new PresenceOverBus(live.bus) });
  started.add(presence, () => presence.close());
  return {
    ...base,
    commit,
    feed: live.feed,
    hints: live.bus,
    presence,
    identity,
    guesses: new GuessGuard(),
    writes: new WriteLimit({ aMinute: settings.writesAMinute, atOnce: WRITES_AT_ONCE }),
    attendance,
  };
}

interface Live {
  readonly bus: Bus;
  readonly feed: Feed;
  readonly commitWith: (tables: Parameters<typeof createCommit>[0]["tables"]) => Commit;
}

async function openLive(
  { settings, log, metrics, trace, started }: AppParts,
  pool: Pool,
  url: string,
): Promise<Live> {
  const bus = await openBus(settings, url);
  started.add(bus, () => bus.close());
  const onError = (err: unknown): void => log.error({ err }, "A feed failed.");
  const watch = countEngine(metrics.registry, pool);
  const feed = createFeed({ pool, bus, trace, watch: watch.feed, onError });
  started.add(feed, () => feed.close());
  watchFeed(metrics.registry, feed);
  const onMoved: CommitOptions["onMoved"] = (stream, step) => {
    feed.moved(stream, step);
    bus.publish({ streamId: stream.id, epoch: stream.epoch, head: stream.head });
  };
  const committing = { pool, onMoved, trace, watch: watch.commit };
  return { bus, feed, commitWith: (tables) => createCommit({ ...committing, tables }) };
}

function openUpkeep({ log, metrics, started }: AppParts, pool: Pool): void {
  const onError = (err: unknown): void => log.error({ err }, "The upkeep failed.");
  const upkeep = startUpkeep({ pool, onDone: metrics.upkeepDone, onError });
  started.add(upkeep, () => upkeep.close());
}

function watchSessions({ log, started }: AppParts, source: DataSource, { watched }: Identity): void {
  const onError = (err: unknown): void => log.error({ err }, "The watch over sessions failed.");
  const watch = new RevisionWatch({ source, hear: watched, onError });
  started.add(watch, () => watch.close());
}

const openBus = ({ redisUrl }: Settings, databaseUrl: string): Promise<Bus> =>
  redisUrl === null ? createPostgresBus(databaseUrl) : createRedisBus(redisUrl);
