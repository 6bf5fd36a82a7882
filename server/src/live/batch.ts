import type { Pool } from "pg";
import type { Clock } from "../kernel/clock.js";
import { badInput, conflict, notFound } from "../kernel/errors.js";
import { isUuid } from "../kernel/ids.js";
import { packRefusal, unpackRefusal } from "../kernel/refusal-codec.js";
import { transaction, type Connection } from "../database/pool.js";
import { Changes } from "./changes.js";
import type { LiveTables } from "./live-table.js";
import { findReceipts, fingerprint, keyText, type ReceiptKey, type StoredReceipt } from "./receipts.js";
import { BufferedTx, type Batch, type Tx } from "./tx.js";
import type { Outcome, Position } from "./vocabulary.js";
import { writeBatch, type NewEntry } from "./write-batch.js";

/** One command, as the engine is asked to carry it out. */
export interface Write<Value = unknown, Refusal = unknown> {
  /** The streams to lock, by id. The first is the one whose position is answered. */
  readonly streams: readonly string[];
  /** Locks every stream in the scope of the first: a gathering with all its boards. */
  readonly wholeScope?: boolean;
  /** For the log: what was done, such as `contribution.post`. */
  readonly command: string;
  readonly receipt: ReceiptKey;
  /** What the caller asked for; the same mutation id with another input is an error. */
  readonly input: unknown;
  /** May run more than once; whatever it does goes through `tx`. Value and refusal must survive JSON. */
  work(tx: Tx): Promise<Outcome<Value, Refusal>>;
}

/** What a command came to, and where in the first of its streams that stands. `repeated` tells that it stood before. */
export interface Committed<Value, Refusal> {
  readonly outcome: Outcome<Value, Refusal>;
  readonly position: Position;
  readonly repeated: boolean;
}

export type Answer =
  | { readonly failed: false; readonly committed: Committed<unknown, unknown> }
  | { readonly failed: true; readonly error: unknown };

interface Engine {
  readonly pool: Pool;
  readonly tables: LiveTables;
  readonly clock: Clock;
}

interface LockedStream {
  id: string;
  epoch: number;
  head: number;
}

const lockStreams = async (db: Connection, write: Write): Promise<Map<string, LockedStream>> => {
  const [home] = write.streams;
  if (!home || !write.streams.every(isUuid)) throw notFound();
  const which = write.wholeScope ? "scope_id = (SELECT scope_id FROM stream WHERE id = $1)" : "id = ANY($1::uuid[])";
  // The order of ids is the order of locks, everywhere: so no two transactions wait for each other.
  const { rows } = await db.query<{ id: string; epoch: number; head: string }>(
    `SELECT id, epoch, head FROM stream WHERE ${which} ORDER BY id FOR UPDATE`,
    [write.wholeScope ? home : write.streams],
  );
  const locked = new Map(rows.map((row) => [row.id, { ...row, head: Number(row.head) }]));
  if (!write.streams.every((id) => locked.has(id))) throw notFound();
  return locked;
};

/** One transaction's worth of commands on the same streams. */
class BatchRun {
  private readonly entries: NewEntry[] = [];
  private readonly moved = new Map<string, Position>();
  private readonly newReceipts = new Map<string, ReceiptKey & StoredReceipt>();

  constructor(
    private readonly batch: Batch,
    private readonly streams: Map<string, LockedStream>,
    private readonly known: Map<string, StoredReceipt>,
  ) {}

  async answer(write: Write): Promise<Answer> {
    try {
      const key = keyText(write.receipt);
      const receipt = this.known.get(key) ?? this.newReceipts.get(key);
      return { failed: false, committed: receipt ? repeat(write, receipt) : await this.carryOut(write) };
    } catch (error) {
      if (isSqlError(error)) throw error;
      return { failed: true, error };
    }
  }

  async write(): Promise<Map<string, Position>> {
    await writeBatch(this.batch.db, {
      rows: this.batch.changes.rows,
      openedStreams: this.batch.changes.openedStreams,
      entries: this.entries,
      heads: new Map([...this.moved].map(([id, { seq }]) => [id, seq])),
      receipts: [...this.newReceipts.values()],
    });
    return this.moved;
  }

  private async carryOut(write: Write): Promise<Committed<unknown, unknown>> {
    const tx = new BufferedTx(this.batch);
    const outcome = await write.work(tx);
    if (outcome.done) this.keep(write, tx.own);
    const position = this.positionOf(write.streams[0] as string);
    this.remember(write, outcome, position);
    return { outcome, position, repeated: false };
  }

  private keep(write: Write, own: Changes): void {
    this.batch.changes.absorb(own);
    for (const id of own.openedStreams.keys()) this.streams.set(id, { id, epoch: 1, head: 0 });
    for (const [streamId, refs] of own.refs) this.append(streamId, write.command, [...refs.values()]);
  }

  private append(streamId: string, command: string, refs: NewEntry["refs"]): void {
    const stream = this.streams.get(streamId) as LockedStream;
    stream.head += 1;
    this.moved.set(streamId, { epoch: stream.epoch, seq: stream.head });
    this.entries.push({ streamId, seq: stream.head, command, refs });
  }

  private positionOf(streamId: string): Position {
    const { epoch, head } = this.streams.get(streamId) as LockedStream;
    return { epoch, seq: head };
  }

  private remember(write: Write, outcome: Outcome<unknown, unknown>, position: Position): void {
    this.newReceipts.set(keyText(write.receipt), {
      ...write.receipt,
      fingerprint: fingerprint(write.command, write.input),
      streamId: write.streams[0] as string,
      ...position,
      outcome: outcome.done ? outcome : { done: false, refusal: packRefusal(outcome.refusal) },
    });
  }
}

const isSqlError = (error: unknown): boolean => typeof (error as { severity?: unknown } | null)?.severity === "string";

const repeat = (write: Write, receipt: StoredReceipt): Committed<unknown, unknown> => {
  if (receipt.fingerprint !== fingerprint(write.command, write.input)) {
    throw conflict("This mutation id was already used for something else.");
  }
  const outcome = receipt.outcome as Outcome<unknown, unknown>;
  return {
    outcome: outcome.done ? outcome : { done: false, refusal: unpackRefusal(outcome.refusal) },
    position: { epoch: receipt.epoch, seq: receipt.seq },
    repeated: true,
  };
};

/**
 * Runs commands that wait for the same streams in one transaction, in the order they came (LOG1, LOG2, LOG4). Throws
 * where the transaction as a whole could not be; an answer's `failed` is one command's own surprise.
 */
export const runBatch = async (
  engine: Engine,
  writes: readonly Write[],
): Promise<{ answers: readonly Answer[]; moved: ReadonlyMap<string, Position> }> => {
  if (!writes.every((write) => isUuid(write.receipt.id))) throw badInput("clientMutationId must be a UUID.");
  return transaction(engine.pool, "BEGIN", async (db) => {
    const streams = await lockStreams(db, writes[0] as Write);
    const known = await findReceipts(db, writes.map((write) => write.receipt));
    const { tables, clock } = engine;
    const batch: Batch = { db, tables, now: clock.now(), locked: new Set(streams.keys()), read: new Map(), changes: new Changes() };
    const run = new BatchRun(batch, streams, known);
    const answers: Answer[] = [];
    for (const write of writes) answers.push(await run.answer(write));
    return { answers, moved: await run.write() };
  });
};
