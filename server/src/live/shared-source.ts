import type { FeedIterator } from "./feed-iterator.js";
import type { FeedEvent } from "./vocabulary.js";

/** A source of events that many callers see the same: events of one audience are one and the same object (FEED7). */
export interface SharedSource extends AsyncIterable<unknown> {
  readonly feed: FeedIterator;
  /** What a GraphQL execution of this event begins with. */
  toRoot(event: FeedEvent<unknown>): unknown;
}

export const isSharedSource = (source: unknown): source is SharedSource =>
  typeof source === "object" && source !== null && "feed" in source && "toRoot" in source;
