import type { Sink, Subscriber } from "./subscriber.js";
import type { FeedEvent } from "./vocabulary.js";

type Result = IteratorResult<FeedEvent<unknown>, undefined>;
const END: Result = { done: true, value: undefined };

/** A subscriber's events, pulled one at a time; or pushed, where `pushTo` is called before anything is pulled. */
export class FeedIterator implements AsyncIterableIterator<FeedEvent<unknown>, undefined>, Sink {
  private waiting: ((result: Result) => void) | null = null;
  private ended = false;
  private pulls = false;

  constructor(private readonly subscriber: Subscriber) {}

  /** Hands the subscriber over to a sink that is pushed to; then nothing is to be pulled here. Resume it by `subscriber`. */
  pushTo(sink: Sink): Subscriber {
    this.subscriber.showTo(sink);
    return this.subscriber;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    if (this.ended) return Promise.resolve(END);
    return new Promise((resolve) => {
      this.waiting = resolve;
      if (this.pulls) this.subscriber.resume();
      else this.subscriber.showTo(this);
      this.pulls = true;
    });
  }

  return(): Promise<Result> {
    this.subscriber.end();
    this.end();
    return Promise.resolve(END);
  }

  throw(error: unknown): Promise<Result> {
    void this.return();
    return Promise.reject(error);
  }

  get ready(): boolean {
    return this.waiting !== null;
  }

  take(event: FeedEvent<unknown>): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.({ done: false, value: event });
  }

  end(): void {
    this.ended = true;
    this.waiting?.(END);
    this.waiting = null;
  }
}
