import type { DocumentNode, ExecutionArgs, ExecutionResult } from "graphql";
import type { WebSocket } from "ws";
import type { SharedSource } from "../live/shared-source.js";
import type { Sink, Subscriber } from "../live/subscriber.js";
import type { FeedEvent } from "../live/vocabulary.js";
import type { Context } from "../modules/context.js";
import type { FanOutCounts } from "./fan-out-counts.js";
import { operationIdOf, type NextFrames, type OperationId } from "./frame.js";
import type { Outflow, Writer } from "./outflow.js";

export interface MemberSocket {
  readonly socket: WebSocket;
  readonly outflow: Outflow;
}

/** What an operation on a socket is executed with. */
export interface SocketArgs extends ExecutionArgs {
  readonly contextValue: Context;
  readonly document: DocumentNode;
  /** The document as it was written. */
  readonly text: string;
  /** The client's id of the operation. */
  readonly operationId: string;
  readonly memberSocket: MemberSocket;
}

type Result = IteratorResult<ExecutionResult, undefined>;
const END: Result = { done: true, value: undefined };

/**
 * One operation on one socket that follows a feed. To graphql-ws it is an iterator that stays pending until the feed or
 * the client ends it; the frames themselves go straight to the socket.
 */
export class FeedMember implements Sink, Writer, AsyncIterableIterator<ExecutionResult, undefined> {
  /** From when an event is taken until its frame is written. */
  private busy = false;
  /** A frame that was made while the socket was full. */
  private kept: NextFrames | null = null;
  private ended = false;
  private left = false;
  private subscriber: Subscriber | null = null;
  private readonly id: OperationId;
  // A broadcast goes through thousands of these: what it needs is found at once, not by way of `args`.
  private readonly socket: WebSocket;
  private readonly outflow: Outflow;
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
    ({ socket: this.socket, outflow: this.outflow } = args.memberSocket);
  }

  start(): this {
    this.counts.join(this.group);
    this.outflow.join(this);
    this.subscriber = this.source.feed.pushTo(this);
    return this;
  }

  get ready(): boolean {
    return !this.busy && !this.ended && !this.outflow.isFull;
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
    if (this.left) return;
    if (this.outflow.isFull) {
      this.kept = frames;
      return;
    }
    this.counts.frames += 1;
    this.outflow.wrote(frames.send(this.socket, this.id));
    this.busy = false;
    if (this.ended) this.conclude();
    else this.subscriber?.resume();
  }

  drained(): void {
    const { kept } = this;
    this.kept = null;
    if (kept) this.write(kept);
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
    this.ended = true;
    this.leave();
    void this.source.feed.return();
    return Promise.resolve(END);
  }

  throw(error: unknown): Promise<Result> {
    void this.return();
    return Promise.reject(error);
  }

  private conclude(): void {
    if (this.left) return;
    this.leave();
    this.finish(END);
  }

  private leave(): void {
    if (this.left) return;
    this.left = true;
    this.outflow.leave(this);
    this.counts.leave(this.group);
  }
}
