import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import {
  applyWritten,
  boardSource,
  Cell,
  failureOf,
  Feed,
  gatheringSource,
  isGone,
  makeCache,
  Pause,
  pulseSource,
  Server,
} from "@ordskifte/client/live";
import {
  BoardViewFragmentDoc,
  type BoardViewFragment,
  type FeedPart,
  GatheringViewFragmentDoc,
  type GatheringViewFragment,
  type Operation,
} from "@ordskifte/schema";
import { createClient } from "graphql-ws";
import { sequenceOf } from "../chaos/history.js";
import { isRefusal } from "../house/api.js";
import { Line } from "./line.js";

type Cache = ReturnType<typeof makeCache>;
type Command<Result, Input> = Operation<{ result: Result }, { input: Input }>;
type Given<Input> = Omit<Input, "clientMutationId"> & { readonly clientMutationId?: string };

const RETRY_MS = 40;
const LOOK_AGAIN_MS = 25;
/** Only a machine that has stopped needs so long. */
const PATIENCE_MS = 120_000;

interface FollowedFeed {
  readonly cursor: string | null;
  readonly stop: () => void;
  readonly run: () => Promise<void>;
}

interface Followed {
  readonly stop: () => void;
  readonly over: Promise<void>;
  /** How far its stream has come since the first picture. */
  readonly steps: () => number;
}

/** A write that was refused. */
class Refused extends Error {
  constructor(
    readonly typename: string,
    what: object,
  ) {
    super(`${typename} for ${JSON.stringify(what)}`);
  }
}

export const gatheringIn = (cache: Cache, id: string): GatheringViewFragment | null =>
  cache.readFragment<GatheringViewFragment>({
    id: `Gathering:${id}`,
    fragment: GatheringViewFragmentDoc,
    fragmentName: "GatheringView",
  });

export const boardIn = (cache: Cache, id: string): BoardViewFragment | null =>
  cache.readFragment<BoardViewFragment>({
    id: `Board:${id}`,
    fragment: BoardViewFragmentDoc,
    fragmentName: "BoardView",
  });

/** A phone, laptop or projector: what the client's own live layer does, on a line that can be broken and measured. */
export class Device {
  readonly line: Line;
  readonly server: Server;
  readonly cache = makeCache();
  /** Cards that stand, by the word of the server. */
  readonly cards: string[] = [];
  /** Writes that stand, cards among them. */
  writes = 0;
  ballots = 0;
  /** Tries whose answer never came. */
  unanswered = 0;
  private readonly around;
  /** Frames that came, and their bytes. */
  readonly frames = { count: 0, bytes: 0 };
  private readonly feeds = new Map<string, Followed>();
  private pastSteps = 0;
  private readonly client;

  constructor(origin: string) {
    this.line = new Line(origin);
    this.server = new Server(`${origin}/graphql`, this.line.send);
    this.client = createClient({
      url: `${origin.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: this.line.webSocket,
      lazy: true,
      retryAttempts: 0,
      keepAlive: 10_000,
    });
    this.client.on("message", (message) => {
      if (message.type !== "next") return;
      this.frames.count += 1;
      this.frames.bytes += Buffer.byteLength(JSON.stringify(message));
    });
    this.around = {
      socket: this.client,
      pause: new Pause(),
      backoff: () => RETRY_MS * (1 + Math.random()),
      isGone,
      paused: new Cell(false),
      unreached: () => undefined,
    };
  }

  /** Steps of the streams that it has followed: at a slow pace each could be a frame of its own. */
  get steps(): number {
    return [...this.feeds.values()].reduce((sum, feed) => sum + feed.steps(), this.pastSteps);
  }

  /** Follows a gathering from now on. */
  async openGathering(id: string, parts: FeedPart[] = ["PROGRAMME", "GROUPS", "VOTING"]): Promise<void> {
    this.follow(
      id,
      new Feed(
        gatheringSource(this, id, parts, () => undefined),
        this.around,
      ),
    );
    await this.until(`sees the gathering ${id}`, () => gatheringIn(this.cache, id) !== null);
    this.feeds.get(id)?.steps();
  }

  /** Follows a board from now on. */
  async openBoard(id: string): Promise<void> {
    this.follow(id, new Feed(boardSource(this, id), this.around));
    await this.until(`sees the board ${id}`, () => boardIn(this.cache, id) !== null);
    this.feeds.get(id)?.steps();
  }

  /** Follows the counts of all boards, as who leads does. */
  openPulse(gatheringId: string): void {
    this.follow("pulse", new Feed(pulseSource(this, gatheringId), this.around));
  }

  /** The board is on the screen no more. */
  async leaveBoard(id: string): Promise<void> {
    const feed = this.feeds.get(id);
    this.feeds.delete(id);
    this.pastSteps += feed?.steps() ?? 0;
    feed?.stop();
    await feed?.over;
  }

  /** Sends a write under one id until it is answered, refused or not. */
  async attempt<Result extends { __typename: string }, Input>(
    command: Command<Result, Input>,
    given: Given<Input>,
  ): Promise<Result> {
    const input = { clientMutationId: randomUUID(), ...given };
    for (;;) {
      try {
        const { result } = await this.server.ask(command as Operation<{ result: Result }, object>, { input });
        applyWritten(this.cache, result);
        if (!isRefusal(result.__typename)) this.note(result, input.clientMutationId);
        return result;
      } catch (error) {
        if (failureOf(error).kind === "rejected") throw error;
        this.unanswered += 1;
        await delay(RETRY_MS);
      }
    }
  }

  /** A write that must stand. @throws Refused */
  async act<Result extends { __typename: string }, Input>(
    command: Command<Result, Input>,
    given: Given<Input>,
  ): Promise<Exclude<Result, { message: string }>> {
    const result = await this.attempt(command, given);
    if (isRefusal(result.__typename)) throw new Refused(result.__typename, given);
    return result as Exclude<Result, { message: string }>;
  }

  /** Asks until the line holds long enough for an answer. */
  async ask<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data> {
    for (;;) {
      try {
        return await this.server.ask(operation, variables);
      } catch (error) {
        if (failureOf(error).kind === "rejected") throw error;
        await delay(RETRY_MS);
      }
    }
  }

  /** Resolves when its own picture has come so far. Throws where it never does. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`A device never ${what}.`);
      await delay(LOOK_AGAIN_MS);
    }
  }

  async close(): Promise<void> {
    for (const { stop } of this.feeds.values()) stop();
    await Promise.all([...this.feeds.values()].map(({ over }) => over));
    await this.client.dispose();
    this.line.close();
  }

  private note(result: { __typename: string; contribution?: { id: string } | null }, id: string): void {
    this.writes += 1;
    if (result.contribution?.id === id) this.cards.push(id);
    if (result.__typename === "BallotCast" || result.__typename === "TableCast") this.ballots += 1;
  }

  private follow(key: string, feed: FollowedFeed): void {
    if (this.feeds.has(key)) return;
    let first: number | null = null;
    const steps = (): number => {
      if (feed.cursor === null) return 0;
      const now = sequenceOf(feed.cursor);
      first ??= now;
      return now - first;
    };
    this.feeds.set(key, { stop: () => feed.stop(), over: feed.run(), steps });
  }
}
