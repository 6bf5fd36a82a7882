import type { Connection } from "../database/pool.js";
import { type AnyWrite, type BatchResult, BatchRun, type Engine, isSqlError } from "./batch.js";
import type { BatchAhead } from "./batch-ahead.js";
import type { Recollection } from "./memory.js";
import type { StreamQueue } from "./stream-queue.js";
import type { StreamHead } from "./vocabulary.js";
import { fitsOneStatement, writeAtHead } from "./write-batch.js";

export interface AtHead {
  readonly writes: readonly AnyWrite[];
  readonly from: StreamHead;
  /** Where it has been carried out already. */
  readonly ahead?: BatchAhead | null;
  /** Those that wait behind it. */
  readonly queue?: StreamQueue | null;
}

interface Attempt extends AtHead {
  readonly engine: Engine;
  readonly db: Connection;
}

interface Trial {
  readonly run: BatchRun;
  readonly recollection: Recollection;
}

const UNPROVEN = Symbol("unproven");

const trialOf = ({ engine, db, writes, from }: Attempt, recollection: Recollection): Trial => {
  const run = new BatchRun(engine, { db, heads: [from], known: new Map(), recollection, before: null });
  run.take(...writes);
  return { run, recollection };
};

/** Whether it stands; this node need not read it again then. */
const write = async (
  { db, from }: Attempt,
  { run }: Trial,
  near: readonly StreamHead[],
): Promise<boolean> => {
  const held = await writeAtHead(db, run.written, from, near);
  if (held) run.stands();
  return held;
};

/** What it came to; null where only the lock helps; `UNPROVEN` where a stream near by may have moved meanwhile. */
const attempt = async (given: Attempt, trial: Trial): Promise<BatchResult | null | typeof UNPROVEN> => {
  const { run, recollection } = trial;
  const result = await run.answerAll();
  const { unproven } = recollection;
  // A command that throws may be the repeat of one that stood: only its receipt can tell, and only under the lock.
  if (result.answers.some(({ failed }) => failed) || !fitsOneStatement(run.written)) return null;
  const stood = write(given, trial, unproven);
  const [to = given.from] = result.heads;
  given.queue?.sent({ from: given.from, to, changes: run.changes, stood: stood.catch(() => false) });
  if (await stood) return result;
  given.queue?.lookBack();
  return unproven.length > 0 ? UNPROVEN : null;
};

/** LOG9: first with what this node knows of the streams near by, and if that does not hold, having asked for them. */
const attemptTwice = async (given: Attempt): Promise<BatchResult | null> => {
  const { memory } = given.engine;
  const trusted = given.ahead ? null : memory.trust([given.from]);
  const trial = given.ahead ?? (trusted && trialOf(given, trusted));
  const first = trial ? await attempt(given, trial) : UNPROVEN;
  if (first !== UNPROVEN) return first;
  const second = await attempt(given, trialOf(given, await memory.recall(given.db, [given.from])));
  return second === UNPROVEN ? null : second;
};

/**
 * LOG8: carries commands out from where the stream is believed to stand, and writes them in one statement that holds
 * only if it stood there to the end. What limits a stream's commands is committed in that stream, so an unmoved head
 * means that everything they read is still so. Null where it came to nothing, or where it is not known what it came to
 * (a receipt that exists, a stream that moved, a connection that broke): then the same is done under the lock.
 */
export const runAtHead = async (engine: Engine, given: AtHead): Promise<BatchResult | null> => {
  let db: Connection | null = null;
  let result: BatchResult | null = null;
  let isBroken = false;
  try {
    db = await (given.ahead?.connect(engine) ?? engine.pool.connect());
    result = await attemptTwice({ ...given, engine, db });
  } catch (error) {
    isBroken = !isSqlError(error);
  }
  if (!result) given.queue?.lookBack();
  if (db && !(result && given.queue?.takeConnection(db))) db.release(isBroken);
  return result;
};
