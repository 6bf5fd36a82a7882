import { transaction, type Connection } from "../database/pool.js";
import { notFound } from "../kernel/errors.js";
import { BatchRun, type BatchResult, type Engine, type AnyWrite } from "./batch.js";
import { findReceipts } from "./receipts.js";
import type { StreamHead } from "./vocabulary.js";
import { writeBatch } from "./write-batch.js";

/** LOG5: the order of ids is the order of locks, everywhere: so no two transactions wait for each other. */
const lock = async (db: Connection, which: string, value: unknown): Promise<StreamHead[]> => {
  // As with receipts, no plan is kept: batches seldom go under the lock (LOG8).
  const { rows } = await db.query<{ id: string; epoch: number; head: string }>({
    text: `SELECT id, epoch, head FROM stream WHERE ${which} ORDER BY id FOR UPDATE`,
    values: [value],
  });
  return rows.map((row) => ({ ...row, head: Number(row.head) }));
};

/**
 * The second look finds streams that were opened while the first one waited. Now that the scope's own stream is held,
 * no more can be opened.
 */
const lockScope = async (db: Connection, home: string): Promise<StreamHead[]> => {
  const inScope = "scope_id = (SELECT scope_id FROM stream WHERE id = $1)";
  await lock(db, inScope, home);
  return lock(db, inScope, home);
};

const lockStreams = async (db: Connection, { streams, wholeScope }: AnyWrite): Promise<StreamHead[]> => {
  const locked = wholeScope
    ? await lockScope(db, streams[0] as string)
    : await lock(db, "id = ANY($1::uuid[])", streams);
  const ids = new Set(locked.map(({ id }) => id));
  if (!streams.every((id) => ids.has(id))) throw notFound();
  return locked;
};

const carryOut = async (
  engine: Engine,
  db: Connection,
  writes: readonly AnyWrite[],
): Promise<{ run: BatchRun; result: BatchResult }> => {
  const heads = await lockStreams(db, writes[0] as AnyWrite);
  // Only after the locks are held: a receipt that was written by whoever held them before must be seen.
  const known = await findReceipts(
    db,
    writes.map((write) => write.receipt),
  );
  const recollection = await engine.memory.recall(db, heads);
  const run = new BatchRun(engine, { db, heads, known, recollection, before: null });
  run.take(...writes);
  const result = await run.answerAll();
  await writeBatch(db, run.written);
  return { run, result };
};

/**
 * Runs commands that wait for the same streams in one transaction, in the order they came (LOG1, LOG2, LOG4). Throws
 * where the transaction as a whole could not be; an answer's `failed` is one command's own surprise.
 */
export const runLocked = async (engine: Engine, writes: readonly AnyWrite[]): Promise<BatchResult> => {
  const { run, result } = await transaction(engine.pool, "BEGIN", (db) => carryOut(engine, db, writes));
  run.stands();
  return result;
};
