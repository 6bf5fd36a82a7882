import type { Connection } from "../database/pool.js";
import { readStream, resetReason, type StreamState } from "./log.js";
import { untraced, type Trace } from "../kernel/tracing.js";
import { Pace } from "./pace.js";
import type { Presenters } from "./presenter.js";
import type { Source, Subscriber } from "./subscriber.js";
import { Handed } from "./steps.js";
import type { ResetReason, Step, StreamHead } from "./vocabulary.js";
import { readWindow, shownWindow, type Window } from "./window.js";

type InSnapshot = <T>(work: (db: Connection) => Promise<T>) => Promise<T>;

export interface ReaderSurroundings {
  readonly onError: (error: unknown) => void;
  readonly watch?: { reset?(reason: ResetReason): void; shown?(seconds: number): void };
  readonly trace?: Trace;
}

/** One reader of a stream's log on this node, for all its subscribers (FEED2). */
export class StreamReader implements Source {
  epoch = 0;
  position = -1;
  private readonly subscribers = new Set<Subscriber>();
  private readonly windows = new Map<number, Promise<Window | ResetReason>>();
  /** For those who were still busy with the one before. */
  private newest: Window | null = null;
  private holds = 0;
  private readonly pace = new Pace();
  private dirty = false;
  private readonly handed = new Handed();
  /** Ends a rest that was meant for what nobody waits for. */
  private hurry: () => void = () => undefined;
  /** When this node first heard of what it has not shown yet. */
  private heardAt: number | null = null;
  private pumping = false;

  constructor(
    private readonly streamId: string,
    private readonly presenters: Presenters,
    private readonly inSnapshot: InSnapshot,
    private readonly around: ReaderSurroundings,
    private readonly onIdle: () => void,
  ) {}

  get size(): number {
    return this.subscribers.size;
  }

  get isIdle(): boolean {
    return this.subscribers.size === 0 && this.holds === 0;
  }

  /** Keeps the reader attached while somebody is on the way in. */
  hold(): () => void {
    this.holds += 1;
    return () => {
      this.holds -= 1;
      if (this.isIdle) this.onIdle();
    };
  }

  /** The first subscriber decides where reading begins; what moved meanwhile is read at once. */
  begin(stream: StreamState): void {
    if (this.position >= 0) return;
    this.epoch = stream.epoch;
    this.position = stream.head;
    if (this.dirty) void this.pump();
  }

  join(subscriber: Subscriber): void {
    this.subscribers.add(subscriber);
  }

  leave(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
    if (this.isIdle) this.onIdle();
  }

  /** Whether a stream that was found there is news; one below where this reader stood before it was asked has lost something. */
  isBehind({ epoch, head }: StreamState, before: number): boolean {
    if (this.position < 0 || this.pumping) return false;
    return epoch !== this.epoch || head > this.position || head < before;
  }

  /** A commit of this node has taken the stream a step. */
  handOver(step: Step): void {
    if (this.knows(step.epoch, step.to)) return;
    this.handed.take(step);
    this.wake();
  }

  /** Somebody says that the stream stands there. */
  hear(stream: StreamHead): void {
    if (this.knows(stream.epoch, stream.head) || this.handed.reaches(stream.epoch, stream.head)) return;
    this.moved();
  }

  /** Nobody knows what has happened. */
  moved(): void {
    this.handed.breakOff();
    this.wake();
  }

  private knows(epoch: number, head: number): boolean {
    return epoch === this.epoch && head <= this.position;
  }

  private wake(): void {
    if (!this.handed.isCalm) this.hurry();
    this.dirty = true;
    const now = performance.now();
    this.pace.heard(now);
    this.heardAt ??= now;
    if (this.position >= 0) void this.pump();
  }

  close(): void {
    for (const subscriber of [...this.subscribers]) subscriber.end();
  }

  since(from: number): Promise<Window | ResetReason> {
    if (this.newest?.from === from && this.newest.to === this.position) return Promise.resolve(this.newest);
    const known = this.windows.get(from);
    if (known) return known;
    const reading = this.read(from).finally(() => this.windows.delete(from));
    this.windows.set(from, reading);
    return reading;
  }

  private read(from: number): Promise<Window | ResetReason> {
    const { trace = untraced } = this.around;
    return trace("window", { subscribers: this.size }, () => this.readFrom(from));
  }

  private readFrom(from: number): Promise<Window | ResetReason> {
    return this.inSnapshot(async (db) => {
      const stream = await readStream(db, this.streamId);
      const reason = stream ? resetReason(stream, { epoch: this.epoch, seq: from }) : "UNKNOWN_EPOCH";
      return reason ?? readWindow(db, this.presenters, stream as StreamState, from);
    });
  }

  /** Reads what is new, once for everybody; hints that come meanwhile make it read once more. */
  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      while (this.dirty) {
        await this.restUntilDue();
        this.dirty = false;
        await this.advance();
      }
    } catch (error) {
      this.around.onError(error);
    } finally {
      this.pumping = false;
    }
  }

  private async restUntilDue(): Promise<void> {
    for (let due = this.untilDue; due > 0; due = this.untilDue) await this.rest(due);
  }

  private get untilDue(): number {
    return this.pace.dueAt(this.subscribers.size, this.handed.isCalm) - performance.now();
  }

  private rest(ms: number): Promise<void> {
    const { isCalm } = this.handed;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      if (!isCalm) return;
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async advance(): Promise<void> {
    if (this.position < 0) return;
    const { heardAt } = this;
    this.heardAt = null;
    const step = this.handed.from(this.epoch, this.position);
    const window = (step && shownWindow(this.presenters, step)) ?? (await this.read(this.position));
    if (typeof window === "string") return this.resetAll(window);
    if (window.to === this.position) return;
    this.position = window.to;
    this.newest = window;
    this.pace.told(performance.now());
    for (const subscriber of [...this.subscribers]) subscriber.hear(window);
    // Frames are made and written in microtasks, which come before this.
    if (heardAt !== null)
      setImmediate(() => this.around.watch?.shown?.((performance.now() - heardAt) / 1_000));
  }

  /** Another history: everybody fetches a fresh picture, and the next to come begins anew. */
  private resetAll(reason: ResetReason): void {
    const all = [...this.subscribers];
    this.subscribers.clear();
    for (const subscriber of all) {
      this.around.watch?.reset?.(reason);
      subscriber.reset(reason);
    }
    this.position = -1;
    this.newest = null;
    if (this.isIdle) this.onIdle();
  }
}
