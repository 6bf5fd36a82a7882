import type { Viewer } from "./presenter.js";
import { formatCursor, type FeedEvent, type ResetReason } from "./vocabulary.js";
import type { Window } from "./window.js";

export interface Source {
  readonly epoch: number;
  /** The newest sequence number that the node has read. */
  readonly position: number;
  /** What happened after `from`; shared by all who ask from there. A reset where one cannot go on from there. */
  since(from: number): Promise<Window | ResetReason>;
  leave(subscriber: Subscriber): void;
}

type Result = IteratorResult<FeedEvent<unknown>, undefined>;
interface Pending {
  resolve(result: Result): void;
}

const RETRY_MS = 500;
const END: Result = { done: true, value: undefined };

/**
 * One reader. It keeps a cursor, never a queue (FEED8): whoever is slower than the stream is shown, when it asks again,
 * the present state of what changed meanwhile.
 */
export class Subscriber implements AsyncIterableIterator<FeedEvent<unknown>, undefined> {
  private pending: Pending | null = null;
  private ended = false;
  private catchingUp = false;

  constructor(
    private readonly source: Source,
    readonly viewer: Viewer,
    private cursor: number,
    private firstEvent: FeedEvent<unknown> | null,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    if (this.ended) return Promise.resolve(END);
    if (this.firstEvent) return this.takeFirst(this.firstEvent);
    return new Promise((resolve) => {
      this.pending = { resolve };
      if (this.cursor < this.source.position) void this.catchUp();
    });
  }

  return(): Promise<Result> {
    this.end();
    return Promise.resolve(END);
  }

  throw(error: unknown): Promise<Result> {
    this.end();
    return Promise.reject(error);
  }

  /** Shows a window that begins where this reader stands; any other reader catches up by itself. */
  hear(window: Window): void {
    if (!window.admits(this.viewer)) return this.end();
    if (!this.pending || this.catchingUp || this.cursor >= window.to) return;
    if (this.cursor !== window.from) return void this.catchUp();
    this.show(window);
  }

  reset(reason: ResetReason): void {
    this.firstEvent = { type: "reset", reason };
    const pending = this.pending;
    this.pending = null;
    if (pending) void this.takeFirst(this.firstEvent).then((result) => pending.resolve(result));
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.source.leave(this);
    this.pending?.resolve(END);
    this.pending = null;
  }

  private takeFirst(event: FeedEvent<unknown>): Promise<Result> {
    this.firstEvent = null;
    if (event.type === "reset") {
      this.ended = true;
      this.source.leave(this);
    }
    return Promise.resolve({ done: false, value: event });
  }

  private async catchUp(): Promise<void> {
    if (this.catchingUp) return;
    this.catchingUp = true;
    try {
      while (this.pending && this.cursor < this.source.position) await this.step();
    } catch {
      // The database is away. The reader loses nothing by waiting: its cursor has not moved.
      setTimeout(() => void this.catchUp(), RETRY_MS).unref();
    } finally {
      this.catchingUp = false;
    }
  }

  private async step(): Promise<void> {
    const window = await this.source.since(this.cursor);
    if (typeof window === "string") return this.reset(window);
    if (!window.admits(this.viewer)) return this.end();
    this.show(window);
  }

  /** Moves the cursor; a frame that would say nothing to this viewer is not sent. */
  private show(window: Window): void {
    const changes = window.showTo(this.viewer);
    this.cursor = window.to;
    if (changes.length === 0 || !this.pending) return;
    const { resolve } = this.pending;
    this.pending = null;
    const cursor = formatCursor({ epoch: this.source.epoch, seq: window.to });
    resolve({ done: false, value: { type: "frame", cursor, changes } });
  }
}
