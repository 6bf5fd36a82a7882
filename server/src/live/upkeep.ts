import type { Pool } from "pg";
import { transaction, type Connection } from "../database/pool.js";
import { compact } from "./log.js";

/** RECEIPT3: longer than anybody is offline and still sends again what they wrote. */
export const RECEIPT_DAYS = 60;

const EVERY_MS = 10 * 60_000;
const RECEIPTS_A_STEP = 1_000;
const STREAMS_A_STEP = 10;
const STEPS_A_ROUND = 50;
const REST_MS = 50;
/** Any number that nothing else takes such a lock on: "ordskift" in ASCII. */
const LOCK = "8030587430904129140";
const FIRST_STREAM = "00000000-0000-0000-0000-000000000000";

/** What one round came to. */
export interface UpkeepDone {
  /** Log entries that said nothing any more. */
  readonly entries: number;
  readonly receipts: number;
}

export interface UpkeepOptions {
  readonly pool: Pool;
  /** How long receipts are kept. Days; at least 60. */
  readonly receiptDays?: number;
  /** Time between two rounds. Milliseconds. */
  readonly every?: number;
  readonly onDone?: (done: UpkeepDone) => void;
  readonly onError?: (error: unknown) => void;
}

export interface Upkeep {
  /** One round, now: small steps with rests between them. Null where another node is at it. */
  run(): Promise<UpkeepDone | null>;
  /** Begins no more steps, and resolves when the one that runs is over. */
  close(): Promise<void>;
}

type Step = (db: Connection) => Promise<number>;

/** The lock goes with the transaction, so a node that dies in the middle holds nobody up. */
const alone = (pool: Pool, step: Step): Promise<number | null> =>
  transaction(pool, "BEGIN", async (db) => {
    const { rows } = await db.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_xact_lock($1::bigint) AS mine",
      [LOCK],
    );
    return rows[0]?.mine ? step(db) : null;
  });

/** By the clock of the database, which stamped them. */
const forgetReceipts =
  (days: number): Step =>
  async (db) => {
    const { rowCount } = await db.query(
      `DELETE FROM receipt WHERE (person_id, id) IN (
         SELECT person_id, id FROM receipt WHERE at < now() - make_interval(days => $1) ORDER BY at LIMIT $2)`,
      [days, RECEIPTS_A_STEP],
    );
    return rowCount ?? 0;
  };

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS).unref());

/** Goes through all streams, some in each round, and forgets what nobody needs of the log; and of receipts that are old. */
class Caretaker {
  private after = FIRST_STREAM;
  private closed = false;
  private running: Promise<UpkeepDone | null> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly receiptDays: number,
  ) {}

  run(): Promise<UpkeepDone | null> {
    this.running ??= this.round().finally(() => (this.running = null));
    return this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running?.catch(() => undefined);
  }

  private async round(): Promise<UpkeepDone | null> {
    const forget = forgetReceipts(this.receiptDays);
    const receipts = await this.steps(forget, (done) => done === RECEIPTS_A_STEP);
    if (receipts === null) return null;
    const entries = await this.steps(this.compactSome, () => this.after !== FIRST_STREAM);
    return { receipts, entries: entries ?? 0 };
  }

  /** Null where another node is at it from the beginning. */
  private async steps(step: Step, goesOn: (done: number) => boolean): Promise<number | null> {
    let sum = 0;
    for (let i = 0; i < STEPS_A_ROUND && !this.closed; i++) {
      const done = await alone(this.pool, step);
      if (done === null) return i === 0 ? null : sum;
      sum += done;
      if (!goesOn(done)) break;
      await rest();
    }
    return sum;
  }

  /** LOG7: the next few streams; from the first again after the last. */
  private readonly compactSome: Step = async (db) => {
    const { rows } = await db.query<{ id: string; head: string }>(
      "SELECT id, head FROM stream WHERE id > $1 ORDER BY id LIMIT $2",
      [this.after, STREAMS_A_STEP],
    );
    let sum = 0;
    for (const { id, head } of rows) sum += await compact(db, id, Number(head));
    this.after = rows.length === STREAMS_A_STEP ? (rows.at(-1)?.id ?? FIRST_STREAM) : FIRST_STREAM;
    return sum;
  };
}

/** Keeps log and receipts from growing for ever. Throws where receipts would be kept for less than 60 days. */
export const startUpkeep = (options: UpkeepOptions): Upkeep => {
  const { receiptDays = RECEIPT_DAYS } = options;
  if (receiptDays < RECEIPT_DAYS) throw new Error(`Receipts are kept for at least ${RECEIPT_DAYS} days.`);
  const caretaker = new Caretaker(options.pool, receiptDays);
  const attend = async (): Promise<void> => {
    try {
      const done = await caretaker.run();
      if (done) options.onDone?.(done);
    } catch (error) {
      options.onError?.(error);
    }
  };
  const timer = setInterval(() => void attend(), options.every ?? EVERY_MS);
  timer.unref();
  return {
    run: () => caretaker.run(),
    close: () => {
      clearInterval(timer);
      return caretaker.close();
    },
  };
};
