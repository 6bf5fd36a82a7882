import { Arg, Ctx, ID, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { CodedError } from "../../kernel/errors.js";
import { demand } from "../../kernel/policy.js";
import { BoardPulse, mayPost, readBoardFor, readPulse } from "../boards/index.js";
import { actorOf, type Context } from "../context.js";
import { seenBy } from "../gatherings/index.js";
import { followPulse } from "./pulse-hub.js";

/** The newest figures of each board that a slow reader has not been shown yet: never more than one a board. */
class PulseReader implements AsyncIterableIterator<BoardPulse[], undefined> {
  private readonly fresh = new Map<string, BoardPulse>();
  private waiting: ((result: IteratorResult<BoardPulse[], undefined>) => void) | null = null;
  private ended = false;
  stop: () => void = () => undefined;

  hear(pulses: readonly BoardPulse[]): void {
    for (const pulse of pulses) this.fresh.set(pulse.boardId, pulse);
    if (this.waiting && this.fresh.size > 0) this.waiting(this.take());
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<BoardPulse[], undefined>> {
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    if (this.fresh.size > 0) return Promise.resolve(this.take());
    return new Promise((resolve) => (this.waiting = resolve));
  }

  return(): Promise<IteratorResult<BoardPulse[], undefined>> {
    this.ended = true;
    this.stop();
    this.waiting?.({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }

  private take(): IteratorResult<BoardPulse[], undefined> {
    const value = [...this.fresh.values()];
    this.fresh.clear();
    this.waiting = null;
    return { done: false, value };
  }
}

const isOver = (error: unknown): boolean => error instanceof CodedError && error.code === "NOT_FOUND";

/** Ends, saying nothing, when the caller may see the gathering no longer. */
const subscribeToPulse = async (context: Context, gatheringId: string): Promise<PulseReader> => {
  const { app } = context;
  const actor = actorOf(context);
  const { gathering } = await seenBy(app.lookup, actor, gatheringId);
  const reader = new PulseReader();
  reader.hear(await readPulse(app.pool, gathering.id, app.presence));
  const hear = (pulses: readonly BoardPulse[]): void => reader.hear(pulses);
  const check = async (): Promise<void> => {
    try {
      await seenBy(app.lookup, actor, gathering.id);
    } catch (error) {
      if (!isOver(error)) throw error;
      await reader.return();
    }
  };
  reader.stop = followPulse(app, gathering.id, { hear, check });
  return reader;
};

@Resolver()
export class PulseFeedResolver {
  @Subscription(() => [BoardPulse], {
    description:
      "Counts and signs of life of each board, folded to the last value about once a second; all boards first.",
    subscribe: ({ args, context }: { args: { gatheringId: string }; context: Context }) =>
      subscribeToPulse(context, args.gatheringId),
  })
  pulseFeed(
    @Root() pulses: BoardPulse[],
    @Arg("gatheringId", () => ID, { description: "The gathering." }) _gatheringId: string,
  ): BoardPulse[] {
    return pulses;
  }

  @Mutation(() => Boolean, {
    description:
      "Says that the caller is writing on a board. A sign, not a write: never stored, gone after a few seconds.",
  })
  async signalWriting(
    @Arg("boardId", () => ID, { description: "The board." }) boardId: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const actor = actorOf(context);
    const { gatheringId } = await readBoardFor(context, boardId);
    demand(mayPost, await seenBy(context.app.lookup, actor, gatheringId), undefined);
    context.app.presence.writing(boardId, actor.personId);
    return true;
  }
}
