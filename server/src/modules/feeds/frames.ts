import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CursorScalar } from "../../kernel/scalars.js";
import type { FeedIterator } from "../../live/feed.js";
import type { SharedSource } from "../../live/shared-source.js";
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

@ObjectType("FeedReset", {
  description: "The feed cannot go on: fetch a fresh snapshot and subscribe again from its cursor.",
})
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

type FrameClass = new () => Frame & { changes: readonly unknown[] };

/**
 * A feed as a subscription's source. Whoever iterates gets frames for one caller; a transport that shares work among
 * callers takes `feed`, and turns each event into what graphql-js begins with by `toRoot`.
 */
export class LiveFrames implements SharedSource {
  constructor(
    readonly feed: FeedIterator,
    private readonly frame: FrameClass,
  ) {}

  toRoot(event: FeedEvent<unknown>): Frame | FeedReset {
    if (event.type === "reset") return new FeedReset(event.reason);
    return Object.assign(new this.frame(), { cursor: event.cursor, changes: event.changes });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Frame | FeedReset> {
    for await (const event of this.feed) yield this.toRoot(event);
  }
}
