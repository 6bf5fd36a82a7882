import { Pool, type PoolClient } from "pg";

/** What can be asked a question in SQL: a pool, or one connection inside a transaction. */
export interface Queryable {
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

export type Connection = PoolClient;

/** Plain connections for the live engine, apart from the ORM's. */
export const createPool = (url: string, max = 12): Pool => {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: "ordskifte-live",
    keepAlive: true,
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
