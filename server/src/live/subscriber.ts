import type { Viewer } from "./presenter.js";
import type { FeedEvent, ResetReason } from "./vocabulary.js";
import { crowdOf, type Window } from "./window.js";

export interface Source {
  readonly epoch: number;
  /** The newest sequence number that the node has read. */
  readonly position: number;
  /** What happened after `from`; shared by all who ask from there. A reset where one cannot go on from there. */
  since(from: number): Promise<Window | ResetReason>;
  leave(subscriber: Subscriber): void;
}

/** Where a subscriber's events go. It says when it can take one; what it cannot take is read again later, not kept. */
export interface Sink {
  readonly ready: boolean;
  take(event: FeedEvent<unknown>): void;
  /** Nothing comes any more. */
  end(): void;
}

const RETRY_MS = 500;
const NOWHERE: Sink = { ready: false, take: () => undefined, end: () => undefined };

/**
 * One reader. It keeps a cursor, never a queue (FEED8): whoever is slower than the stream is shown, when it is ready
 * again, the present state of what changed meanwhile.
 */
export class Subscriber {
  private sink: Sink = NOWHERE;
  private ended = false;
  private catchingUp = false;
  private readonly crowd: string;

  constructor(
    private readonly source: Source,
    readonly viewer: Viewer,
    private cursor: number,
    private resetFor: ResetReason | null,
    private readonly onEnd: () => void = () => undefined,
  ) {
    this.crowd = crowdOf(viewer);
  }

  /** Begins to show events to the sink, from the cursor on. */
  showTo(sink: Sink): void {
    this.sink = sink;
    if (this.ended) sink.end();
    else this.resume();
  }

  /** The sink is ready again: whatever it has missed is read now. */
  resume(): void {
    if (this.ended || !this.sink.ready) return;
    if (this.resetFor) this.tellReset(this.resetFor);
    else if (this.cursor < this.source.position) void this.catchUp();
  }

  /** Shows a window that begins where this reader stands; any other reader catches up by itself. */
  hear(window: Window): void {
    if (!window.admits(this.viewer)) return this.end();
    if (!this.sink.ready || this.catchingUp || this.cursor >= window.to) return;
    if (this.cursor !== window.from) return void this.catchUp();
    this.show(window);
  }

  reset(reason: ResetReason): void {
    this.resetFor = reason;
    this.resume();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.source.leave(this);
    this.onEnd();
    this.sink.end();
  }

  private tellReset(reason: ResetReason): void {
    this.sink.take({ type: "reset", reason });
    this.end();
  }

  private async catchUp(): Promise<void> {
    if (this.catchingUp) return;
    this.catchingUp = true;
    try {
      while (!this.ended && this.sink.ready && this.cursor < this.source.position) await this.step();
    } catch {
      // The database is away. The reader loses nothing by waiting: its cursor has not moved.
      setTimeout(() => this.resume(), RETRY_MS).unref();
    } finally {
      this.catchingUp = false;
    }
  }

  private async step(): Promise<void> {
    const window = await this.source.since(this.cursor);
    if (this.ended) return;
    if (typeof window === "string") return this.reset(window);
    if (!window.admits(this.viewer)) return this.end();
    this.show(window);
  }

  /** Moves the cursor; a frame that would say nothing to this viewer is not sent. */
  private show(window: Window): void {
    const frame = window.frameFor(this.viewer, this.source.epoch, this.crowd);
    this.cursor = window.to;
    if (frame.changes.length > 0) this.sink.take(frame);
  }
}
