import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CursorScalar } from "../../kernel/scalars.js";
import type { FeedIterator } from "../../live/feed.js";
import type { FeedEvent, ResetReason } from "../../live/vocabulary.js";

export enum ResetReasonType {
  UNKNOWN_EPOCH = "UNKNOWN_EPOCH",
  TOO_OLD = "TOO_OLD",
  AHEAD = "AHEAD",
}

registerEnumType(ResetReasonType, {
  name: "ResetReason",
  description: "Why a feed cannot go on from a cursor.",
  valuesConfig: {
    UNKNOWN_EPOCH: { description: "The cursor is of another history, as after a restore from a backup." },
    TOO_OLD: { description: "What happened since then is no longer known." },
    AHEAD: { description: "The stream has not come that far." },
  },
});

@ObjectType("FeedReset", { description: "The feed cannot go on: fetch a fresh snapshot and subscribe again from its cursor." })
export class FeedReset {
  @Field(() => ResetReasonType, { description: "Why." })
  reason: ResetReason;

  constructor(reason: ResetReason) {
    this.reason = reason;
  }
}

/** What every frame has; the changes are typed by the feed. */
@ObjectType()
export abstract class Frame {
  @Field(() => CursorScalar, { description: "Where the reader stands once it has taken in all the changes." })
  cursor!: string;
}

/** The events of a feed as frames of a class; `value` is what graphql-js hands to the fields. */
export async function* framesOf<F extends Frame & { changes: readonly unknown[] }>(
  feed: FeedIterator,
  frame: new () => F,
): AsyncGenerator<F | FeedReset> {
  for await (const event of feed) yield toFrame(event, frame);
}

const toFrame = <F extends Frame>(event: FeedEvent<unknown>, frame: new () => F): F | FeedReset =>
  event.type === "reset"
    ? new FeedReset(event.reason)
    : Object.assign(new frame(), { cursor: event.cursor, changes: event.changes });
