import type { Connection } from "../database/pool.js";
import { BatchRun, isSqlError, type BatchResult, type Engine, type AnyWrite } from "./batch.js";
import type { StreamHead } from "./vocabulary.js";
import { fitsOneStatement, writeAtHead } from "./write-batch.js";

const attempt = async (
  engine: Engine,
  db: Connection,
  writes: readonly AnyWrite[],
  from: StreamHead,
): Promise<BatchResult | null> => {
  const run = await BatchRun.on(engine, db, [from], writes, new Map());
  const result = await run.answerAll();
  // A command that throws may be the repeat of one that stood: only its receipt can tell, and only under the lock.
  if (result.answers.some(({ failed }) => failed) || !fitsOneStatement(run.written)) return null;
  if (!(await writeAtHead(db, run.written, from))) return null;
  run.stands();
  return result;
};

/**
 * LOG8: carries commands out from where the stream is believed to stand, and writes them in one statement that holds
 * only if it stood there to the end. What limits a stream's commands is committed in that stream, so an unmoved head
 * means that everything they read is still so. Null where it came to nothing, or where it is not known what it came to
 * (a receipt that exists, a stream that moved, a connection that broke): then the same is done under the lock.
 */
export const runAtHead = async (
  engine: Engine,
  writes: readonly AnyWrite[],
  from: StreamHead,
): Promise<BatchResult | null> => {
  let db: Connection | null = null;
  let isBroken = false;
  try {
    db = await engine.pool.connect();
    return await attempt(engine, db, writes, from);
  } catch (error) {
    isBroken = !isSqlError(error);
    return null;
  } finally {
    db?.release(isBroken);
  }
};
