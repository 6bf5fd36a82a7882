import type { Pool } from "pg";
import { CodedError } from "../kernel/errors.js";
import { systemClock, type Clock } from "../kernel/clock.js";
import { runBatch, type Answer, type Committed, type Write } from "./batch.js";
import type { LiveTables } from "./live-table.js";
import type { Position } from "./vocabulary.js";

export type { Committed, Write } from "./batch.js";

/**
 * The one door for live writes: locks the streams, runs the command, writes its rows, log and receipt in one durable
 * transaction, and only then answers. Throws NOT_FOUND for an unknown stream, CONFLICT for a mutation id that was used
 * for something else, and whatever the command throws; in each of these cases nothing was written.
 */
export type Commit = <Value, Refusal>(write: Write<Value, Refusal>) => Promise<Committed<Value, Refusal>>;

export interface CommitOptions {
  readonly pool: Pool;
  readonly tables: LiveTables;
  readonly clock?: Clock;
  /** Called after COMMIT for each stream that moved. */
  readonly onMoved: (streamId: string, position: Position) => void;
  /** Commands that share a transaction at the most. */
  readonly largestBatch?: number;
  readonly onBatch?: (size: number) => void;
}

interface Waiting {
  readonly write: Write;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

const RETRYABLE = new Set(["40001", "40P01", "57P01", "57P02", "57P03", "08000", "08003", "08006", "53300"]);
const BROKEN = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "ENOENT"]);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");
const isTransient = (error: unknown): boolean =>
  RETRYABLE.has(codeOf(error)) || BROKEN.has(codeOf(error)) || /Connection terminated|timeout exceeded/i.test(String(error));

/** Unique violations are two writers who meant the same thing; the rest are surprises. */
const asCoded = (error: unknown): unknown =>
  codeOf(error) === "23505" ? new CodedError("CONFLICT", "This was already there.") : error;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ATTEMPTS = 5;

export const createCommit = (options: CommitOptions): Commit => {
  const queues = new Map<string, Waiting[]>();
  const largest = options.largestBatch ?? 256;
  const engine = { pool: options.pool, tables: options.tables, clock: options.clock ?? systemClock };

  const run = async (writes: readonly Write[]): Promise<readonly Answer[]> => {
    const { answers, moved } = await runBatch(engine, writes);
    options.onBatch?.(writes.length);
    for (const [streamId, position] of moved) options.onMoved(streamId, position);
    return answers;
  };

  /** Receipts make it safe to try again where it is unknown whether COMMIT arrived. */
  const runAlone = async (write: Write): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const [answer] = await run([write]);
        return answer as Answer;
      } catch (error) {
        if (attempt === ATTEMPTS || !isTransient(error)) throw asCoded(error);
        await pause(20 * 2 ** attempt);
      }
    }
  };

  const settle = (waiting: Waiting, answer: Answer): void =>
    answer.failed ? waiting.reject(answer.error) : waiting.resolve(answer);

  /** LOG4: a batch that fails as a whole is taken again one by one, so that nobody pays for a neighbour. */
  const runOneByOne = async (batch: readonly Waiting[]): Promise<void> => {
    for (const waiting of batch) {
      try {
        settle(waiting, await runAlone(waiting.write));
      } catch (error) {
        waiting.reject(error);
      }
    }
  };

  const runTogether = async (batch: readonly Waiting[]): Promise<void> => {
    if (batch.length === 1) return runOneByOne(batch);
    try {
      const answers = await run(batch.map((waiting) => waiting.write));
      batch.forEach((waiting, i) => settle(waiting, answers[i] as Answer));
    } catch {
      await runOneByOne(batch);
    }
  };

  const drain = async (streamId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await runTogether(queue.splice(0, largest));
    queues.delete(streamId);
  };

  const enqueue = (streamId: string, waiting: Waiting): void => {
    const queue = queues.get(streamId);
    if (queue) {
      queue.push(waiting);
      return;
    }
    const opened = [waiting];
    queues.set(streamId, opened);
    void drain(streamId, opened);
  };

  const isAlone = (write: Write): boolean => write.streams.length !== 1 || write.wholeScope === true;

  return async <Value, Refusal>(write: Write<Value, Refusal>) => {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const waiting: Waiting = { write: write as Write, resolve, reject };
      if (isAlone(write as Write)) void runOneByOne([waiting]);
      else enqueue(write.streams[0] as string, waiting);
    });
    if (answer.failed) throw answer.error;
    return answer.committed as Committed<Value, Refusal>;
  };
};
