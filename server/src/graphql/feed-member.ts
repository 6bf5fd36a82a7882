import type { DocumentNode, ExecutionArgs, ExecutionResult } from "graphql";
import type { WebSocket } from "ws";
import type { SharedSource } from "../live/shared-source.js";
import type { Sink, Subscriber } from "../live/subscriber.js";
import type { FeedEvent } from "../live/vocabulary.js";
import type { Context } from "../modules/context.js";
import type { FanOutCounts } from "./fan-out-counts.js";
import { operationIdOf, unsentBytes, type NextFrames, type OperationId } from "./frame.js";

export interface MemberSocket {
  readonly socket: WebSocket;
}

/** What an operation on a socket is executed with. */
export interface SocketArgs extends ExecutionArgs {
  readonly contextValue: Context;
  readonly document: DocumentNode;
  /** The client's id of the operation. */
  readonly operationId: string;
  readonly memberSocket: MemberSocket;
}

/** Past this many unsent bytes a socket is written to no more; what it misses is read again when it has caught up. */
const FULL_BYTES = 256 * 1024;
/** A socket that takes nothing for this long is closed; it comes back and resumes. */
const STUCK_MS = 10_000;
/** How long a socket that does not read has for the closing words. */
const FAREWELL_MS = 2_000;
const TRY_AGAIN_LATER = 1013;

type Result = IteratorResult<ExecutionResult, undefined>;
const END: Result = { done: true, value: undefined };

/**
 * One operation on one socket that follows a feed. To graphql-ws it is an iterator that stays pending until the feed or
 * the client ends it; the frames themselves go straight to the socket.
 */
export class FeedMember implements Sink, AsyncIterableIterator<ExecutionResult, undefined> {
  private busy = false;
  private full = false;
  private ended = false;
  private left = false;
  private subscriber: Subscriber | null = null;
  private readonly id: OperationId;
  private finish: (result: Result) => void = () => undefined;
  private readonly finished = new Promise<Result>((resolve) => (this.finish = resolve));

  constructor(
    readonly args: SocketArgs,
    readonly source: SharedSource,
    readonly group: string,
    private readonly deliver: (event: FeedEvent<unknown>) => void,
    private readonly counts: FanOutCounts,
  ) {
    this.id = operationIdOf(args.operationId);
  }

  start(): this {
    this.counts.join(this.group);
    void this.finished.then(() => this.counts.leave(this.group));
    this.subscriber = this.source.feed.pushTo(this);
    return this;
  }

  get ready(): boolean {
    return !this.busy && !this.full && !this.ended;
  }

  take(event: FeedEvent<unknown>): void {
    this.busy = true;
    this.deliver(event);
  }

  /** The feed is over, once what was taken has been written. */
  end(): void {
    this.ended = true;
    if (!this.busy) this.conclude();
  }

  write(frames: NextFrames): void {
    const { socket } = this.args.memberSocket;
    this.counts.frames += 1;
    frames.send(socket, this.id, this.taken);
    this.full = unsentBytes(socket) > FULL_BYTES;
    if (this.full) this.watch(socket);
    this.busy = false;
    if (this.ended) this.conclude();
    else this.subscriber?.resume();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    return this.finished;
  }

  /**
   * The client has said `complete`, or is gone, and waits for no word of ours. `next` stays unanswered: graphql-ws would
   * take its answer for the end of whatever the client does under the same id by now.
   */
  return(): Promise<Result> {
    this.left = true;
    this.ended = true;
    void this.source.feed.return();
    return Promise.resolve(END);
  }

  throw(error: unknown): Promise<Result> {
    void this.return();
    return Promise.reject(error);
  }

  private conclude(): void {
    if (!this.left) this.finish(END);
  }

  /** One function for all frames: most of what a broadcast costs here is done once for each of thousands. */
  private readonly taken = (): void => {
    if (!this.full || unsentBytes(this.args.memberSocket.socket) > FULL_BYTES / 2) return;
    this.full = false;
    this.subscriber?.resume();
  };

  private watch(socket: WebSocket): void {
    const timer = setTimeout(() => {
      if (!this.full || this.ended) return;
      this.counts.slowSockets += 1;
      socket.close(TRY_AGAIN_LATER, "Read faster, or come back.");
      setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
    }, STUCK_MS);
    timer.unref();
  }
}
