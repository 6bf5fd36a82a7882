import type { Pool } from "pg";
import { badInput, CodedError, notFound } from "../kernel/errors.js";
import { systemClock, type Clock } from "../kernel/clock.js";
import { isUuid } from "../kernel/ids.js";
import type { BatchAhead } from "./batch-ahead.js";
import { runAtHead } from "./batch-at-head.js";
import { untraced, type Trace } from "../kernel/tracing.js";
import type { Answer, AnyWrite, BatchResult, Committed, Write } from "./batch.js";
import { asCoded, isTransient } from "./faults.js";
import { KnownHeads } from "./known-heads.js";
import type { LiveTables } from "./live-table.js";
import { runLocked } from "./locked-batch.js";
import { Memory } from "./memory.js";
import { StreamQueue, type Waiting } from "./stream-queue.js";
import type { Step, StreamHead } from "./vocabulary.js";

export type { Committed, Write } from "./batch.js";

/**
 * The one door for live writes: locks the streams, runs the command, writes its rows, log and receipt in one durable
 * transaction, and only then answers. Throws NOT_FOUND for an unknown stream, CONFLICT for a mutation id that was used
 * for something else, UNAVAILABLE where the database stays away, and whatever the command throws; in each of these
 * cases but UNAVAILABLE nothing was written, and then a repeat tells.
 */
export type Commit = <Value, Refusal, Seen = never>(
  write: Write<Value, Refusal, Seen>,
) => Promise<Committed<Value, Refusal, Seen>>;

export interface CommitOptions {
  readonly pool: Pool;
  readonly tables: LiveTables;
  readonly clock?: Clock;
  /** Called after COMMIT for each stream that moved: where it stands, and how it came there, where that is known. */
  readonly onMoved: (stream: StreamHead, step: Step | null) => void;
  /** Commands that share a transaction at the most. */
  readonly largestBatch?: number;
  readonly watch?: Partial<CommitWatch>;
  readonly trace?: Trace;
}

/** Told what goes on, by whoever counts. */
export interface CommitWatch {
  /** After COMMIT: how many commands shared it, and whether it went without the lock (LOG8). */
  batch(size: number, atHead: boolean): void;
  /** A batch was tried without the lock, and came to nothing. */
  missed(): void;
  /** A command had been carried out before, and was answered by its receipt. */
  repeated(): void;
  /** So many more, or fewer, commands wait to be answered. */
  waiting(change: 1 | -1): void;
}

/** Commands that go together. */
interface Batch {
  readonly writes: readonly AnyWrite[];
  readonly queue: StreamQueue | null;
  readonly ahead: BatchAhead | null;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 20;

const check = ({ receipt, streams }: AnyWrite): void => {
  if (!isUuid(receipt.id)) throw badInput("clientMutationId must be a UUID.");
  if (streams.length === 0 || !streams.every(isUuid)) throw notFound();
};

/** An unknown stream, or a database that stays away: taking the commands apart would not help any of them. */
const concernsAll = (error: unknown): boolean => error instanceof CodedError || isTransient(error);

const settle = (waiting: Waiting, answer: Answer): void =>
  answer.failed ? waiting.reject(answer.error) : waiting.resolve(answer);

const sharesQueue = (write: AnyWrite): boolean => write.streams.length === 1 && write.wholeScope !== true;
const isRepeat = (answer: Answer): boolean => !answer.failed && answer.committed.repeated;

export const createCommit = (options: CommitOptions): Commit => {
  const queues = new Map<string, StreamQueue>();
  const known = new KnownHeads();
  const largest = options.largestBatch ?? 256;
  const { watch = {}, trace = untraced } = options;
  const { pool, tables, clock = systemClock } = options;
  const engine = { pool, tables, clock, memory: new Memory() };

  /** LOG8: without waiting for the lock where this node knows where the stream stands. */
  const runQuickly = async ({ writes, queue, ahead }: Batch): Promise<BatchResult | null> => {
    const [write] = writes as [AnyWrite];
    const expected = sharesQueue(write) ? known.expect(write.streams[0] as string) : null;
    const from = ahead?.from ?? expected;
    const result = from && (await runAtHead(engine, { writes, from, queue, ahead }));
    if (from && !result) {
      known.missed(from.id);
      watch.missed?.();
    }
    return result;
  };

  const run = async (batch: Batch, attempt: number): Promise<readonly Answer[]> => {
    const { writes } = batch;
    const quick = attempt === 1 ? await runQuickly(batch) : null;
    const { answers, moved, heads } = quick ?? (await runLocked(engine, writes));
    known.learn(heads);
    watch.batch?.(writes.length, quick !== null);
    for (const answer of answers) if (isRepeat(answer)) watch.repeated?.();
    // After a lost answer it is not known what an earlier attempt moved: then readers are told of everything.
    const isFirst = attempt === 1 && !answers.some(isRepeat);
    const told = isFirst ? heads.filter(({ id }) => moved.has(id)) : heads;
    for (const stream of told) options.onMoved(stream, isFirst ? (moved.get(stream.id) ?? null) : null);
    return answers;
  };

  /** LOG6: receipts make it safe to try again where it is unknown whether COMMIT arrived. */
  const runPatiently = async (batch: Batch): Promise<readonly Answer[]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await run(batch, attempt);
      } catch (error) {
        if (attempt === ATTEMPTS || !isTransient(error)) throw error;
        await pause(FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  };

  const rejectAll = (batch: readonly Waiting[], error: unknown): void => {
    for (const waiting of batch) waiting.reject(asCoded(error));
  };

  /** LOG4: a batch that fails as a whole is taken again in halves, so that nobody pays for a neighbour. */
  const runTogether = async (
    batch: readonly Waiting[],
    queue: StreamQueue | null = null,
    ahead: BatchAhead | null = null,
  ): Promise<void> => {
    try {
      const writes = batch.map((waiting) => waiting.write);
      const answers = await trace("commit batch", { commands: batch.length }, () =>
        runPatiently({ writes, queue, ahead }),
      );
      const settleAll = (): void => batch.forEach((waiting, i) => settle(waiting, answers[i] as Answer));
      // Those who come next are on their way before those who are answered go on.
      if (queue?.isEmpty === false) setImmediate(settleAll);
      else settleAll();
    } catch (error) {
      if (batch.length === 1 || concernsAll(error)) return rejectAll(batch, error);
      const middle = Math.ceil(batch.length / 2);
      await runTogether(batch.slice(0, middle));
      await runTogether(batch.slice(middle));
    }
  };

  const drain = async (streamId: string, queue: StreamQueue): Promise<void> => {
    while (!queue.isEmpty) {
      const { batch, ahead } = queue.take();
      await runTogether(batch, queue, ahead);
    }
    queues.delete(streamId);
  };

  const enqueue = (streamId: string, waiting: Waiting): void => {
    const queue = queues.get(streamId);
    if (queue) {
      queue.push(waiting);
      return;
    }
    const opened = new StreamQueue(engine, largest);
    opened.push(waiting);
    queues.set(streamId, opened);
    void drain(streamId, opened);
  };

  return async <Value, Refusal, Seen>(write: Write<Value, Refusal, Seen>) => {
    check(write);
    watch.waiting?.(1);
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        const waiting: Waiting = { write: write, resolve, reject };
        if (sharesQueue(waiting.write)) enqueue(write.streams[0] as string, waiting);
        else void runTogether([waiting]);
      });
      if (answer.failed) throw answer.error;
      return answer.committed as Committed<Value, Refusal, Seen>;
    } finally {
      watch.waiting?.(-1);
    }
  };
};
