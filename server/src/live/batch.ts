import type { Pool } from "pg";
import type { Queryable } from "../database/pool.js";
import type { Clock } from "../kernel/clock.js";
import { conflict } from "../kernel/errors.js";
import { packRefusal, unpackRefusal } from "../kernel/refusal-codec.js";
import { Changes } from "./changes.js";
import type { LiveTables } from "./live-table.js";
import type { Memory, Recollection } from "./memory.js";
import { Reads } from "./reads.js";
import { fingerprint, keyText, type ReceiptKey, type StoredReceipt } from "./receipts.js";
import { BufferedTx, type Batch, type Tx } from "./tx.js";
import { Steps } from "./steps.js";
import {
  firstEpoch,
  type Outcome,
  type Position,
  type ShownChange,
  type Step,
  type StreamHead,
} from "./vocabulary.js";
import type { NewEntry, Written } from "./write-batch.js";

/** One command, as the engine is asked to carry it out. */
export interface Write<Value = unknown, Refusal = unknown, Seen = never> {
  /** The streams to lock, by id. The first is the one whose position is answered. */
  readonly streams: readonly string[];
  /** Locks every stream in the scope of the first: a gathering with all its boards. */
  readonly wholeScope?: boolean;
  /** For the log: what was done, such as `contribution.post`. */
  readonly command: string;
  /** Many do it at once, and nobody waits to see it of others: it is told a little later where many listen (FEED9). */
  readonly isCalm?: boolean;
  readonly receipt: ReceiptKey;
  /** What the caller asked for; the same mutation id with another input is an error. */
  readonly input: unknown;
  /** May run more than once; whatever it does goes through `tx`. Value and refusal must survive JSON. */
  work(tx: Tx): Promise<Outcome<Value, Refusal, Seen>>;
}

export type AnyWrite = Write<unknown, unknown, unknown>;

/** What a command came to, and where in the first of its streams that stands. `repeated` tells that it stood before. */
export interface Committed<Value, Refusal, Seen = never> {
  readonly outcome: Outcome<Value, Refusal, Seen>;
  readonly position: Position;
  readonly repeated: boolean;
}

export type Answer =
  | { readonly failed: false; readonly committed: Committed<unknown, unknown, unknown> }
  | { readonly failed: true; readonly error: unknown };

export interface Engine {
  readonly pool: Pool;
  readonly tables: LiveTables;
  readonly clock: Clock;
  readonly memory: Memory;
}

/** What a transaction came to: an answer for each command, how streams moved, and where all of them stand now. */
export interface BatchResult {
  readonly answers: readonly Answer[];
  readonly moved: ReadonlyMap<string, Step>;
  readonly heads: readonly StreamHead[];
}

export const isSqlError = (error: unknown): boolean =>
  typeof (error as { severity?: unknown } | null)?.severity === "string";

/** What a batch begins with. */
export interface Start {
  readonly db: Queryable;
  /** Its streams, and where they stand. */
  readonly heads: readonly StreamHead[];
  /** The receipts of commands that were carried out before. */
  readonly known: ReadonlyMap<string, StoredReceipt>;
  readonly recollection: Recollection;
  /** What the batch before it changes there, which is being written. */
  readonly before: { readonly changes: Changes; readonly stood: Promise<boolean> } | null;
}

/** Carries out commands after each other on the same streams, and gathers what they want written. */
export class BatchRun {
  private readonly batch: Batch;
  private readonly heads: readonly StreamHead[];
  private readonly known: ReadonlyMap<string, StoredReceipt>;
  private readonly writes: AnyWrite[] = [];
  private readonly answers: Answer[] = [];
  private working: Promise<void> | null = null;
  private fault: { readonly error: unknown } | null = null;
  private readonly streams: Map<string, StreamHead>;
  private readonly entries: NewEntry[] = [];
  private readonly steps = new Steps();
  private readonly newReceipts = new Map<string, ReceiptKey & StoredReceipt>();
  private begun = 0;

  constructor(
    private readonly engine: Engine,
    { db, heads, known, recollection, before }: Start,
  ) {
    this.heads = heads;
    this.known = known;
    this.streams = new Map(heads.map((stream) => [stream.id, stream]));
    const reads = new Reads(db, recollection, () => this.rehearse(), before?.stood ?? null);
    const locked = new Set(this.streams.keys());
    const { tables, clock } = engine;
    const changes = new Changes();
    this.batch = { tables, now: clock.now(), locked, reads, before: before?.changes ?? null, changes };
  }

  /** More of them, which are carried out as soon as those before them have been. */
  take(...writes: readonly AnyWrite[]): void {
    this.writes.push(...writes);
    this.working ??= this.work();
  }

  /** When all that were taken have been carried out. */
  async answerAll(): Promise<BatchResult> {
    await this.working;
    await this.batch.reads.end();
    if (this.fault) throw this.fault.error;
    return { answers: this.answers, moved: this.steps.all, heads: [...this.streams.values()] };
  }

  /** Each batch of them is stamped with the moment at which it begins. */
  private async work(): Promise<void> {
    this.batch.now = this.engine.clock.now();
    try {
      while (this.begun < this.writes.length) {
        const write = this.writes[this.begun] as AnyWrite;
        this.begun += 1;
        this.answers.push(await this.answer(write));
      }
    } catch (error) {
      this.fault ??= { error };
    }
    this.working = null;
  }

  /** To be called when all of it is committed: this node need not read it again (LOG9). */
  stands(): void {
    this.engine.memory.learn(this.heads, this.streams, this.batch.changes.rows);
  }

  /** What its commands want changed. */
  get changes(): Changes {
    return this.batch.changes;
  }

  get written(): Written {
    return {
      rows: this.batch.changes.rows,
      openedStreams: this.batch.changes.openedStreams,
      entries: this.entries,
      heads: new Map([...this.steps.all].map(([id, { to }]) => [id, to])),
      receipts: [...this.newReceipts.values()],
    };
  }

  /**
   * LOG10: before one command waits for the database, those behind it are run for the sake of their questions alone, so that
   * all of them leave together. What they decide is thrown away; each is carried out in its turn.
   */
  private rehearse(): void {
    for (const write of this.writes.slice(this.begun)) {
      if (this.receiptFor(keyText(write.receipt))) continue;
      void (async () => write.work(new BufferedTx(this.batch)))().catch(() => undefined);
    }
  }

  private receiptFor(key: string): StoredReceipt | undefined {
    return this.known.get(key) ?? this.newReceipts.get(key);
  }

  /** LOG4: what a command throws is its own. What Postgres refuses has ended the transaction for all. */
  private async answer(write: AnyWrite): Promise<Answer> {
    try {
      const key = keyText(write.receipt);
      const receipt = this.receiptFor(key);
      return { failed: false, committed: receipt ? repeat(write, receipt) : await this.carryOut(write, key) };
    } catch (error) {
      if (isSqlError(error)) throw error;
      return { failed: true, error };
    }
  }

  private async carryOut(write: AnyWrite, key: string): Promise<Committed<unknown, unknown, unknown>> {
    const tx = new BufferedTx(this.batch);
    const outcome = await write.work(tx);
    if (outcome.done) this.keep(write, tx.own);
    const position = this.positionOf(write.streams[0] as string);
    this.newReceipts.set(key, receiptOf(write, outcome, position));
    return { outcome, position, repeated: false };
  }

  /**
   * Whatever a command writes moves every stream whose lock it holds, also those that have nothing to show for it: so
   * an unmoved head means that nothing was decided there meanwhile (LOG8).
   */
  private keep(write: AnyWrite, own: Changes): void {
    this.batch.changes.absorb(own);
    for (const id of own.openedStreams.keys()) this.streams.set(id, { id, epoch: firstEpoch(id), head: 0 });
    const moving = own.isEmpty ? [] : new Set([...this.batch.locked, ...own.refs.keys()]);
    for (const id of moving) this.append(id, write, own.refs.get(id) ?? new Map());
  }

  /** LOG1: the next number is given under the stream's lock, so there are no gaps and nothing is visible out of order. */
  private append(
    streamId: string,
    { command, isCalm = false }: AnyWrite,
    changes: ReadonlyMap<string, ShownChange>,
  ): void {
    const before = this.streams.get(streamId) as StreamHead;
    const stream = { ...before, head: before.head + 1 };
    this.streams.set(streamId, stream);
    this.steps.take(before, changes, isCalm);
    const refs = [...changes.values()].map(({ ref }) => ref);
    this.entries.push({ streamId, seq: stream.head, command, refs });
  }

  private positionOf(streamId: string): Position {
    const { epoch, head } = this.streams.get(streamId) as StreamHead;
    return { epoch, seq: head };
  }
}

const receiptOf = (
  { receipt, command, input, streams }: AnyWrite,
  outcome: Outcome<unknown, unknown, unknown>,
  { epoch, seq }: Position,
): ReceiptKey & StoredReceipt => ({
  personId: receipt.personId,
  id: receipt.id,
  fingerprint: fingerprint(command, input),
  streamId: streams[0] as string,
  epoch,
  seq,
  outcome: outcome.done
    ? { done: true, value: outcome.value }
    : { done: false, refusal: packRefusal(outcome.refusal) },
});

/** RECEIPT1, RECEIPT2: a repeat is told what was told the first time; another content under the same id is an error. */
const repeat = (write: AnyWrite, receipt: StoredReceipt): Committed<unknown, unknown> => {
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
