import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
} from "graphql";
import { isSharedSource, type SharedSource } from "../live/shared-source.js";
import { untraced } from "../kernel/tracing.js";
import type { FeedEvent } from "../live/vocabulary.js";
import type { Context } from "../modules/context.js";
import type { Executor } from "./executor.js";
import { NextFrames } from "./frame.js";
import { FanOutCounts } from "./fan-out-counts.js";
import { FeedMember, type SocketArgs } from "./feed-member.js";
import { groupKey } from "./group-key.js";

/** One event for all who asked the same of it: executed and serialised once (FEED7). */
class SharedResult {
  private frames: NextFrames | null = null;
  private waiting: FeedMember[] | null = [];
  /** Somebody's answer depends on who asks, so nobody may have another's. */
  private personal = false;

  constructor(
    private readonly event: FeedEvent<unknown>,
    private readonly fanOut: FanOut,
  ) {}

  deliver(member: FeedMember): void {
    if (this.frames) return member.write(this.frames);
    if (this.personal) return void this.deliverAlone(member);
    const isFirst = this.waiting?.length === 0;
    this.waiting?.push(member);
    if (isFirst) void this.begin(member);
  }

  private async begin(first: FeedMember): Promise<void> {
    const { payload, personal } = await this.fanOut.run(first, this.event);
    const members = this.waiting ?? [];
    this.waiting = null;
    this.personal = personal;
    if (!personal) return this.release(new NextFrames(payload), members);
    first.write(new NextFrames(payload));
    for (const member of members.slice(1)) void this.deliverAlone(member);
  }

  private release(frames: NextFrames, members: readonly FeedMember[]): void {
    this.frames = frames;
    writeInSlices(frames, members, 0);
  }

  private async deliverAlone(member: FeedMember): Promise<void> {
    const { payload } = await this.fanOut.run(member, this.event);
    member.write(new NextFrames(payload));
  }
}

/** A broadcast to thousands lets others in between: about five milliseconds of writing at a time. */
const SLICE = 500;

const writeInSlices = (frames: NextFrames, members: readonly FeedMember[], from: number): void => {
  for (const member of members.slice(from, from + SLICE)) member.write(frames);
  if (from + SLICE < members.length) setImmediate(() => writeInSlices(frames, members, from + SLICE));
};

/** The caller's context, which tells whether anybody asked who the caller is. */
const watched = (context: Context, onAsked: () => void): Context =>
  Object.create(context, {
    actor: {
      get: () => {
        onAsked();
        return context.actor;
      },
    },
  }) as Context;

export interface Executed {
  readonly payload: string;
  readonly personal: boolean;
}

/** Executes each event of a feed once for all callers of the same operation and audience. */
export class FanOut {
  private readonly results = new WeakMap<FeedEvent<unknown>, Map<string, SharedResult>>();
  /** A broadcast asks for the same one again and again. */
  private newest: { event: FeedEvent<unknown>; group: string; result: SharedResult } | null = null;

  constructor(
    private readonly executor: Executor,
    private readonly tell: (error: GraphQLError) => GraphQLFormattedError,
    private readonly counts = new FanOutCounts(),
    private readonly trace = untraced,
  ) {}

  /** For graphql-ws in the place of graphql-js's `subscribe`: the protocol stays its own, results of feeds go by us. */
  readonly subscribe = async (
    args: ExecutionArgs,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> => {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return refusing(source);
    return isSharedSource(source)
      ? this.join(args as SocketArgs, source)
      : this.executeEach(args as SocketArgs, source);
  };

  deliver(event: FeedEvent<unknown>, member: FeedMember): void {
    const { group } = member;
    if (this.newest?.event !== event || this.newest.group !== group)
      this.newest = { event, group, result: this.results.get(event)?.get(group) ?? this.begin(event, group) };
    this.newest.result.deliver(member);
  }

  private begin(event: FeedEvent<unknown>, group: string): SharedResult {
    const byGroup = this.results.get(event) ?? new Map<string, SharedResult>();
    const result = new SharedResult(event, this);
    this.results.set(event, byGroup.set(group, result));
    return result;
  }

  run(member: FeedMember, event: FeedEvent<unknown>): Promise<Executed> {
    this.counts.executions += 1;
    return this.trace("fan-out", {}, () => this.execute(member, event));
  }

  private async execute(member: FeedMember, event: FeedEvent<unknown>): Promise<Executed> {
    let personal = false;
    const contextValue = watched(member.args.contextValue, () => (personal = true));
    const rootValue = member.source.toRoot(event);
    const result = await this.executor.execute({ ...member.args, contextValue, rootValue });
    const told = result.errors ? { ...result, errors: result.errors.map(this.tell) } : result;
    return { payload: JSON.stringify(told), personal };
  }

  private async *executeEach(
    args: SocketArgs,
    source: AsyncIterable<unknown>,
  ): AsyncGenerator<ExecutionResult> {
    for await (const rootValue of source) yield await this.executor.execute({ ...args, rootValue });
  }

  private join(args: SocketArgs, source: SharedSource): AsyncIterable<ExecutionResult> {
    const deliver = (event: FeedEvent<unknown>): void => this.deliver(event, member);
    const member = new FeedMember(args, source, groupKey(args), deliver, this.counts);
    return member.start();
  }
}

/** What cannot be followed is answered with `error`, as what breaks off later is, and not with a result. */
const refusing = ({ errors }: ExecutionResult): AsyncIterable<ExecutionResult> => {
  const reason = errors?.[0] ?? new Error("A subscription without a source.");
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(reason) }) };
};
