import type { Connection } from "../database/pool.js";
import { BatchRun, isSqlError, type BatchResult, type Engine, type AnyWrite } from "./batch.js";
import type { Recollection } from "./memory.js";
import type { StreamHead } from "./vocabulary.js";
import { fitsOneStatement, writeAtHead } from "./write-batch.js";

interface Attempt {
  readonly engine: Engine;
  readonly db: Connection;
  readonly writes: readonly AnyWrite[];
  readonly from: StreamHead;
}

/** What it came to; null where only the lock helps; `UNPROVEN` where a stream near by may have moved meanwhile. */
const attempt = async (
  { engine, db, writes, from }: Attempt,
  recollection: Recollection,
): Promise<BatchResult | null | typeof UNPROVEN> => {
  const run = new BatchRun(engine, db, [from], writes, new Map(), recollection);
  const result = await run.answerAll();
  const { unproven } = recollection;
  // A command that throws may be the repeat of one that stood: only its receipt can tell, and only under the lock.
  if (result.answers.some(({ failed }) => failed) || !fitsOneStatement(run.written)) return null;
  if (!(await writeAtHead(db, run.written, from, unproven))) return unproven.length > 0 ? UNPROVEN : null;
  run.stands();
  return result;
};

const UNPROVEN = Symbol("unproven");

/** LOG9: first with what this node knows of the streams near by, and if that does not hold, having asked for them. */
const attemptTwice = async (given: Attempt): Promise<BatchResult | null> => {
  const { memory } = given.engine;
  const trusted = memory.trust([given.from]);
  const first = trusted ? await attempt(given, trusted) : UNPROVEN;
  if (first !== UNPROVEN) return first;
  const second = await attempt(given, await memory.recall(given.db, [given.from]));
  return second === UNPROVEN ? null : second;
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
    return await attemptTwice({ engine, db, writes, from });
  } catch (error) {
    isBroken = !isSqlError(error);
    return null;
  } finally {
    db?.release(isBroken);
  }
};
