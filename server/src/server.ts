import "reflect-metadata";
import { fileURLToPath } from "node:url";
import { attendance } from "./attendance.js";
import { createPostgresBus } from "./bus/postgres.js";
import { openDatabase } from "./database-address.js";
import { createDataSource } from "./database/data-source.js";
import { lookupOf } from "./database/lookup.js";
import { assertDurable, createPool } from "./database/pool.js";
import { entities } from "./entities.js";
import { readSettings } from "./env.js";
import { Documents } from "./graphql/documents.js";
import { listen } from "./graphql/listen.js";
import { createMetrics, type Metrics } from "./graphql/metrics.js";
import { createSchema } from "./graphql/schema.js";
import { Identity } from "./identity/identity.js";
import { systemClock } from "./kernel/clock.js";
import { GuessGuard } from "./kernel/guess-guard.js";
import { createLog, type Log } from "./kernel/log.js";
import type { Settings } from "./kernel/settings.js";
import { liveShapes } from "./live-shapes.js";
import { createCommit } from "./live/commit.js";
import { createFeed } from "./live/feed.js";
import { liveTables } from "./live/live-table.js";
import type { App } from "./modules/context.js";
import { asPortError } from "./start-error.js";

export interface ServerOptions {
  /** What differs from the defaults; nothing is read from the environment here. */
  readonly settings?: Partial<Settings>;
  /** The built client. */
  readonly clientFolder?: string;
  /** Told what is going on while it starts, one short line each. */
  readonly say?: (line: string) => void;
  /** Called when the server can go on no longer, with one line for people; `stop` is still to be called. */
  readonly onLost?: (reason: string) => void;
  /** Over how long the sockets are closed when it stops. Milliseconds. */
  readonly drainMs?: number;
  /** How long a socket may be silent before `connection_init`. Milliseconds. */
  readonly initWaitMs?: number;
}

export interface RunningServer {
  /** Where people find it, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** For what runs in the same process: the demo, and tests. */
  readonly app: App;
  /** Stops in order: not ready, what runs is finished, sockets, pools, Postgres. Harmless to repeat. */
  stop(): Promise<void>;
}

const CLIENT = fileURLToPath(new URL("../../client/dist/", import.meta.url));
const DRAIN_MS = 2_000;

/**
 * Starts everything and answers when it can be used. Where it cannot start, whatever was started is stopped again, and
 * the error is a StartError, SettingError or DatabaseStartError with one line for people, or a surprise.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const settings = { ...readSettings({}), ...options.settings };
  const started = new Started();
  try {
    const log = createLog(settings.logLevel);
    const metrics = createMetrics();
    const app = await openApp(options, settings, { log, metrics, started });
    const port = await open(options, settings, { log, metrics, started, app });
    return { url: settings.publicUrl ?? `http://localhost:${port}`, port, app, stop: () => started.stop() };
  } catch (error) {
    await started.stop();
    throw error;
  }
}

interface Parts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly started: Started;
}

async function openApp(options: ServerOptions, settings: Settings, { log, started }: Parts): Promise<App> {
  const { say = () => undefined, onLost = () => undefined } = options;
  const { url } = started.add(await openDatabase({ settings, say, onLost }), (database) => database.stop());
  const source = started.add(await createDataSource(url, entities).initialize(), (opened) =>
    opened.destroy(),
  );
  const pool = started.add(createPool(url), (opened) => opened.end());
  await assertDurable(pool);
  const bus = started.add(await createPostgresBus(url), (opened) => opened.close());
  const onError = (err: unknown): void => log.error({ err }, "A feed failed.");
  const feed = started.add(createFeed({ pool, bus, onError }), (opened) => opened.close());
  const tables = liveTables(source, liveShapes);
  const onMoved = (streamId: string, { epoch, seq }: { epoch: number; seq: number }): void => {
    feed.moved(streamId);
    bus.publish({ streamId, epoch, head: seq });
  };
  const commit = createCommit({ pool, tables, onMoved });
  const identity = new Identity(source, systemClock);
  return {
    commit,
    feed,
    pool,
    source,
    lookup: lookupOf(source),
    clock: systemClock,
    identity,
    guesses: new GuessGuard(),
    attendance,
  };
}

async function open(
  options: ServerOptions,
  settings: Settings,
  parts: Parts & { app: App },
): Promise<number> {
  const { app, log, metrics, started } = parts;
  const { clientFolder = CLIENT, drainMs = DRAIN_MS, initWaitMs } = options;
  const schema = await createSchema();
  const documents = new Documents(schema, settings);
  const isDatabaseReady = (): Promise<boolean> =>
    app.pool.query("SELECT 1").then(
      () => true,
      () => false,
    );
  try {
    const transport = {
      app,
      schema,
      documents,
      settings,
      log,
      metrics,
      clientFolder,
      isDatabaseReady,
      initWaitMs,
    };
    return started.add(await listen(transport), (listening) => listening.stop(drainMs)).port;
  } catch (error) {
    throw asPortError(error, settings.port, settings.host);
  }
}

/** What was started, to be stopped in the opposite order; one that fails to stop does not keep the others running. */
class Started {
  private readonly stops: (() => unknown)[] = [];
  private stopping: Promise<void> | null = null;

  add<T>(part: T, stop: (part: T) => unknown): T {
    this.stops.push(() => stop(part));
    return part;
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.stopAll());
  }

  private async stopAll(): Promise<void> {
    for (const stop of this.stops.toReversed()) {
      try {
        await stop();
      } catch {
        // The next ones matter more: a Postgres that is left running above all.
      }
    }
  }
}
