import { Client } from "pg";
import { startEmbeddedPostgres } from "./database/embedded.js";
import { migrate } from "./database/migrate.js";
import type { Settings } from "./kernel/settings.js";
import { asDatabaseError, StartError } from "./start-error.js";

const OLDEST = 15;
const CONNECT_MS = 10_000;

export interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  readonly settings: Settings;
  readonly say: (line: string) => void;
  /** The embedded Postgres has ended for good. */
  readonly onLost: (reason: string) => void;
}

/** The database to use, migrated: the one in DATABASE_URL, or our own in the data folder. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = await (options.settings.databaseUrl === null
    ? embedded(options)
    : external(options.settings.databaseUrl));
  try {
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw asDatabaseError(error);
  }
}

async function embedded({ settings, say, onLost }: DatabaseOptions): Promise<Database> {
  say("Starting the database …");
  const postgres = await startEmbeddedPostgres({ dataDir: settings.dataDir, log: say });
  postgres.onExit(onLost);
  return postgres;
}

async function external(url: string): Promise<Database> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
    refuseOld(Math.floor(Number(rows[0]?.server_version_num) / 10_000));
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, stop: () => Promise.resolve() };
}

function refuseOld(version: number): void {
  if (version >= OLDEST) return;
  throw new StartError(
    `The database in DATABASE_URL is Postgres ${version}; Ordskifte needs ${OLDEST} or newer.`,
  );
}
