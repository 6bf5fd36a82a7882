import { Client, type ClientConfig, Pool, type PoolClient } from "pg";

/** What can be asked a question in SQL: a pool, or one connection inside a transaction. */
export interface Queryable {
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

export type Connection = PoolClient;

const names = new Map<string, string>();
const MOST_NAMES = 300;

/**
 * A name for a statement, by which Postgres keeps its plan. There are only so many shapes of them; the rest go without.
 * So does whatever asks for all columns: such a plan breaks where a newer node adds one while this one runs.
 */
export const planName = (text: string, kind: "live" | "read"): string | undefined => {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES || text.includes("*")) return known;
  const name = `${kind}_${names.size}`;
  names.set(text, name);
  return name;
};

type Ask = (query: { name?: string | undefined; text: string; values: unknown[] }) => Promise<unknown>;

/** How long to wait for Postgres: a net that loses a line says nothing about it. Milliseconds. */
export interface Patience {
  /** For a connection, a free one of the pool or a new one. */
  readonly connectMs: number;
  /** For an answer; for as long as it takes where it is 0. */
  readonly answerMs: number;
  /** How long Postgres waits for the next word inside a transaction, before it lets go of the locks of whoever is lost. */
  readonly idleMs: number;
}

/** More than any question here takes, waiting for locks included; locks of the lost go first, so that a repeat gets them. */
export const PATIENCE: Patience = { connectMs: 20_000, answerMs: 20_000, idleMs: 15_000 };

/** A line that is silent for so long is probed by the system, and ends soon where nobody answers. */
const PROBE_AFTER_MS = 10_000;

/** For `pg`: what every connection of a server at work is opened with. */
export const patiently = ({ connectMs, answerMs, idleMs }: Patience = PATIENCE) => ({
  connectionTimeoutMillis: connectMs,
  query_timeout: answerMs,
  idle_in_transaction_session_timeout: idleMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: PROBE_AFTER_MS,
});

type Asked = (...given: readonly unknown[]) => unknown;

/** Whether `pg` gave up waiting for an answer. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof Error && error.message === "Query read timeout";

/** A connection that was given up for silence is not used again: what was asked may still be under way on it. */
export class PatientClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const plain = this.query.bind(this) as Asked;
    const query: Asked = (...given) => {
      const answer = plain(...given);
      return answer instanceof Promise ? answer.catch((error: unknown) => this.giveUp(error)) : answer;
    };
    this.query = query as typeof this.query;
  }

  private giveUp(error: unknown): never {
    if (isUnanswered(error)) this.end(() => undefined);
    throw error;
  }
}

/** Questions with values are always of the same few shapes: planning each anew would cost more than answering it. */
class PlanKeepingClient extends PatientClient {
  constructor(config?: string | ClientConfig) {
    super(config);
    const plain = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
    const named: Ask = (query) => plain(query) as Promise<unknown>;
    const query = (text: unknown, values: unknown, ...more: readonly unknown[]): unknown =>
      typeof text === "string" && Array.isArray(values) && more.length === 0
        ? named({ name: planName(text, "read"), text, values })
        : plain(text, values, ...more);
    this.query = query as typeof this.query;
  }
}

/** Plain connections for the live engine, apart from the ORM's. */
export const createPool = (url: string, max = 12, patience = PATIENCE): Pool => {
  const pool = new Pool({
    Client: PlanKeepingClient,
    connectionString: url,
    max,
    application_name: "ordskifte-live",
    ...patiently(patience),
    // The live engine's statements are few and always the same: planning them anew costs as much as running them.
    options: "-c plan_cache_mode=force_generic_plan",
  });
  // A connection that dies fails its query and is replaced at the next use; without a listener it would end the process,
  // also while it is lent out.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
};

/** Runs `work` in one transaction of the given kind; rolls back where it throws, and drops a connection that broke. */
export const transaction = async <T>(
  pool: Pool,
  begin: string,
  work: (db: Connection) => Promise<T>,
): Promise<T> => {
  const db = await pool.connect();
  let isBroken = false;
  try {
    await db.query(begin);
    const result = await work(db);
    await db.query("COMMIT");
    return result;
  } catch (error) {
    await db.query("ROLLBACK").catch(() => (isBroken = true));
    throw error;
  } finally {
    db.release(isBroken);
  }
};

/** One unchanging picture of the database for all questions of `work`. */
export const inSnapshot = <T>(pool: Pool, work: (db: Connection) => Promise<T>): Promise<T> =>
  transaction(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);

/** LOG2: refuses to serve from a database that would acknowledge before it has written. */
export const assertDurable = async (db: Queryable): Promise<void> => {
  const { rows } = await db.query<{ synchronous_commit: string }>("SHOW synchronous_commit");
  const mode = rows[0]?.synchronous_commit;
  if (mode === "off" || mode === "local")
    throw new Error(`synchronous_commit is ${mode}; Ordskifte needs it on`);
};
