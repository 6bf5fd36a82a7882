import "reflect-metadata";
import { fileURLToPath } from "node:url";
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Pool } from "pg";
import { readSettings } from "./env.js";
import { Documents } from "./graphql/documents.js";
import { Executor } from "./graphql/executor.js";
import { listen } from "./graphql/listen.js";
import { createMetrics } from "./graphql/metrics.js";
import { createSchema } from "./graphql/schema.js";
import { clientManifest, TrustedDocuments } from "./graphql/trusted-documents.js";
import { createLog } from "./kernel/log.js";
import { NO_TRACING, type Tracing } from "./kernel/tracing.js";
import type { Settings } from "./kernel/settings.js";
import type { App, Context } from "./modules/context.js";
import { type AppParts, openApp } from "./open-app.js";
import { asPortError } from "./start-error.js";
import { Started } from "./started.js";

export interface ServerOptions {
  /** What differs from the defaults; nothing is read from the environment here. */
  readonly settings?: Partial<Settings>;
  /** The built client. */
  readonly clientFolder?: string;
  /** Done once the database is open and before anybody can call. */
  readonly prepare?: (app: App, schema: GraphQLSchema) => Promise<void>;
  /** Told what is going on while it starts, one short line each. */
  readonly say?: (line: string) => void;
  /** Called when the server can go on no longer, with one line for people; `stop` is still to be called. */
  readonly onLost?: (reason: string) => void;
  /** Apollo Server's plugins, told of every operation over HTTP and over sockets. */
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
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
    const tracing = await openTracing(settings);
    started.add(tracing, () => tracing.close());
    const parts = { settings, log, metrics, trace: tracing.trace, started };
    const app = await openApp({ ...parts, say: options.say, onLost: options.onLost });
    const port = await open(options, { ...parts, app });
    return { url: settings.publicUrl ?? `http://localhost:${port}`, port, app, stop: () => started.stop() };
  } catch (error) {
    await started.stop();
    throw error;
  }
}

async function open(options: ServerOptions, parts: AppParts & { app: App }): Promise<number> {
  const { app, settings, started, ...watching } = parts;
  const { clientFolder = CLIENT, initWaitMs, plugins = [] } = options;
  const schema = await createSchema();
  await options.prepare?.(app, schema);
  const own = clientManifest();
  const trusted = await TrustedDocuments.open(app.pool, own);
  const documents = new Documents(schema, trusted, settings);
  const executor = new Executor(new Set(own.values()));
  const transport = { app, schema, documents, executor, settings, plugins, ...watching };
  const isDatabaseReady = (): Promise<boolean> => answers(app.pool);
  try {
    const listening = await listen({ ...transport, clientFolder, initWaitMs, isDatabaseReady });
    return started.add(listening, () => listening.stop()).port;
  } catch (error) {
    throw asPortError(error, settings.port, settings.host);
  }
}

const answers = (pool: Pool): Promise<boolean> =>
  pool.query("SELECT 1").then(
    () => true,
    () => false,
  );

/** The SDK is a hundred modules: loaded where somebody listens. */
async function openTracing({ traceEndpoint }: Settings): Promise<Tracing> {
  if (traceEndpoint === null) return NO_TRACING;
  const { startTracing } = await import("./otel.js");
  return startTracing(traceEndpoint);
}
