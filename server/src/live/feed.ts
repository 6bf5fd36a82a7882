import type { Pool } from "pg";
import type { Bus } from "../bus/bus.js";
import { inSnapshot } from "../database/pool.js";
import { oneOf } from "../database/together.js";
import { badInput, notFound } from "../kernel/errors.js";
import { isUuid } from "../kernel/ids.js";
import type { Trace } from "../kernel/tracing.js";
import { FeedIterator } from "./feed-iterator.js";
import { readStreams, resetReason, type StreamState } from "./log.js";
import type { Presenters, Viewer } from "./presenter.js";
import { StreamReader } from "./stream-reader.js";
import { Subscriber } from "./subscriber.js";
import { parseCursor, type ResetReason, type Step, type StreamHead } from "./vocabulary.js";

export interface Subscription {
  readonly streamId: string;
  /** Where to go on from; from now on where it is null. */
  readonly cursor: string | null;
  /**
   * Asked for after the head is read: whoever is removed before that is refused here, whoever is removed later meets
   * the removal in the log (FEED6). Throws where the caller may not listen.
   */
  readonly viewer: () => Promise<Viewer>;
  readonly presenters: Presenters;
  /** Called once, when the reader hears nothing more: left, removed, reset or closed. */
  readonly onEnd?: () => void;
}

export type { FeedIterator } from "./feed-iterator.js";

export interface Feed {
  /** Catches up from the cursor, then live. Throws NOT_FOUND for an unknown stream and BAD_INPUT for a malformed cursor. */
  subscribe(subscription: Subscription): Promise<FeedIterator>;
  /** This node has committed something: how the stream came to where it stands, where that is known. */
  moved(stream: StreamHead, step: Step | null): void;
  readonly subscriberCount: () => number;
  /** How many streams this node reads. */
  readonly streamCount: () => number;
  close(): void;
}

export interface FeedOptions {
  readonly pool: Pool;
  readonly bus: Bus;
  /** How often heads are asked for where no hint comes (FEED3). Milliseconds. */
  readonly pollEvery?: number;
  readonly watch?: Partial<FeedWatch>;
  readonly trace?: Trace;
  readonly onError?: (error: unknown) => void;
}

/** Told what goes on, by whoever counts. */
export interface FeedWatch {
  /** A change was found by asking for heads, because no hint came (FEED3). */
  lostHint(): void;
  /** A reader's cursor did not fit (FEED4). */
  reset(reason: ResetReason): void;
  /** All subscribers have been shown a window, so many seconds after this node heard that there was something new. */
  shown(seconds: number): void;
}

/** Those who come in the same moment share the question. */
const readOne = oneOf(
  async (db, ids) => new Map((await readStreams(db, ids)).map((state) => [state.id, state])),
);

const GRACE_MS = 50;

export const createFeed = (options: FeedOptions): Feed => {
  const readers = new Map<string, StreamReader>();
  const fail = options.onError ?? (() => undefined);

  const readerOf = (streamId: string, presenters: Presenters): StreamReader => {
    const known = readers.get(streamId);
    if (known) return known;
    const reader = new StreamReader(
      streamId,
      presenters,
      (work) => inSnapshot(options.pool, work),
      { onError: fail, watch: options.watch, trace: options.trace },
      () => {
        if (readers.get(streamId) === reader && reader.isIdle) readers.delete(streamId);
      },
    );
    readers.set(streamId, reader);
    return reader;
  };

  /** FEED1: attached to hints before the head is read, so that nothing falls between the two. */
  const subscribe = async ({
    streamId,
    cursor,
    viewer,
    presenters,
    onEnd,
  }: Subscription): Promise<FeedIterator> => {
    const from = cursor === null ? null : parseCursor(cursor);
    if (cursor !== null && !from) throw badInput("The cursor is malformed.");
    if (!isUuid(streamId)) throw notFound();
    const reader = readerOf(streamId, presenters);
    const release = reader.hold();
    try {
      const stream = await readOne(options.pool, streamId);
      if (!stream) throw notFound();
      reader.begin(stream);
      const reason = from ? resetReason(stream, from) : null;
      if (reason) options.watch?.reset?.(reason);
      const seenBy = await viewer();
      // A new history may have begun meanwhile and left the reader without a place: from this one it finds out anew.
      reader.begin(stream);
      const subscriber = new Subscriber(reader, seenBy, from?.seq ?? stream.head, reason, onEnd);
      reader.join(subscriber);
      return new FeedIterator(subscriber);
    } finally {
      release();
    }
  };

  /** Where a stream was found, and where its reader stood when that was asked. */
  const compare = (stream: StreamState, before: number): void => {
    const isBehind = (): boolean => readers.get(stream.id)?.isBehind(stream, before) ?? false;
    if (!isBehind()) return;
    // A commit of this node may be visible a moment before it is told of: that is no hint that was lost.
    const look = (): void => {
      if (!isBehind()) return;
      options.watch?.lostHint?.();
      readers.get(stream.id)?.moved();
    };
    setTimeout(look, GRACE_MS).unref();
  };

  const poll = async (): Promise<void> => {
    if (readers.size === 0) return;
    const before = new Map([...readers].map(([id, { position }]) => [id, position]));
    for (const stream of await readStreams(options.pool, [...before.keys()]))
      compare(stream, before.get(stream.id) as number);
  };

  let polling = false;
  const timer = setInterval(() => {
    if (polling) return;
    polling = true;
    void poll()
      .catch(fail)
      .finally(() => (polling = false));
  }, options.pollEvery ?? 1_000);
  timer.unref();

  const moved = (stream: StreamHead, step: Step | null): void => {
    const reader = readers.get(stream.id);
    if (step) reader?.handOver(step);
    else reader?.moved();
  };
  const unsubscribe = options.bus.subscribe(({ streamId: id, epoch, head }) =>
    readers.get(id)?.hear({ id, epoch, head }),
  );

  return {
    subscribe,
    moved,
    streamCount: () => readers.size,
    subscriberCount: () => [...readers.values()].reduce((sum, reader) => sum + reader.size, 0),
    close: () => {
      clearInterval(timer);
      unsubscribe();
      for (const reader of readers.values()) reader.close();
    },
  };
};
