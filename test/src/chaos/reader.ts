import type { Client } from "graphql-ws";
import {
  CARD,
  snapshotOf,
  votesOf,
  socketClient,
  toSeen,
  Unknown,
  type Route,
  type SeenNode,
} from "./api.js";
import type { Seated } from "./hall.js";
import { isBehind, type Change, type Event } from "./history.js";

const BOARD_FEED = `subscription ($id: ID!, $cursor: Cursor) { boardFeed(boardId: $id, cursor: $cursor) { __typename
  ... on BoardFrame { cursor changes { __typename
    ... on ContributionPut { contribution { ${CARD} } } ... on ContributionGone { id } } }
  ... on FeedReset { reason } } }`;
const GATHERING_FEED = `subscription ($id: ID!, $cursor: Cursor) { gatheringFeed(gatheringId: $id, cursor: $cursor) { __typename
  ... on GatheringFrame { cursor changes { __typename
    ... on VoteRoundPut { round { id votedCount } } ... on VoteCountPut { roundId votedCount } } }
  ... on FeedReset { reason } } }`;

/** A line that says nothing to two pings is given up, and the next one gets twice as long: a slow machine is not silent. */
const PING_EVERY_MS = 1_500;
const PING_AT_LEAST_EVERY_MS = 30_000;
const LONGEST_PAUSE_MS = 300;

type RawChange =
  | { readonly __typename: "ContributionPut"; readonly contribution: SeenNode }
  | { readonly __typename: "ContributionGone"; readonly id: string }
  | {
      readonly __typename: "VoteRoundPut";
      readonly round: { readonly id: string; readonly votedCount: number };
    }
  | { readonly __typename: "VoteCountPut"; readonly roundId: string; readonly votedCount: number }
  | { readonly __typename: "Other" };

type RawEvent =
  | { readonly __typename: "FeedReset"; readonly reason: string }
  | { readonly __typename: "Frame"; readonly cursor: string; readonly changes: readonly RawChange[] };

const toChange = (raw: RawChange): Change[] => {
  switch (raw.__typename) {
    case "ContributionPut":
      return [{ type: "put", seen: toSeen(raw.contribution) }];
    case "ContributionGone":
      return [{ type: "gone", card: raw.id }];
    case "VoteRoundPut":
      return [{ type: "voted", round: raw.round.id, count: raw.round.votedCount }];
    case "VoteCountPut":
      return [{ type: "voted", round: raw.roundId, count: raw.votedCount }];
    default:
      return [];
  }
};

export interface ReaderOptions {
  readonly name: string;
  readonly who: Seated;
  /** A board's feed, or the gathering's with the counts of its votes. */
  readonly follows: { readonly feed: "board" | "gathering"; readonly stream: string };
  readonly from: string;
  readonly route: Route;
  readonly random: () => number;
  readonly record: (event: Event) => void;
}

/** A screen that follows a stream: goes on from its cursor after every cut, and fetches a fresh picture when told to. */
export class Reader {
  private cursor: string | null;
  private client: Client | null = null;
  private left = false;
  private readonly over: Promise<void>;
  resets = 0;
  cuts = 0;
  private doing: "looks" | "calls" | "listens" | "rests" = "rests";
  private heard = "nothing yet";
  private heardAt = performance.now();
  private pingEveryMs = PING_EVERY_MS;

  constructor(private readonly options: ReaderOptions) {
    this.cursor = options.follows.feed === "gathering" ? options.from : null;
    if (this.cursor !== null) this.tell({ type: "snapshot", cursor: this.cursor, cards: [] });
    this.over = this.stay();
  }

  get stream(): string {
    return this.options.follows.stream;
  }

  /** Whether it has not seen all up to this cursor. */
  isBehind(end: string): boolean {
    return this.cursor === null || isBehind(this.cursor, end);
  }

  /** Where it stands and what its line does: for whoever asks why it does not come further. */
  get state(): string {
    const { name, follows } = this.options;
    const ago = ((performance.now() - this.heardAt) / 1_000).toFixed(1);
    const line = `${this.doing}, heard ${this.heard} ${ago} s ago, after ${this.cuts} cuts and ${this.resets} resets`;
    return `${name} stands at ${this.cursor ?? "nothing"} of the ${follows.feed} ${follows.stream}: ${line}`;
  }

  async leave(): Promise<void> {
    this.left = true;
    this.client?.terminate();
    await this.over;
  }

  private async stay(): Promise<void> {
    while (!this.left) {
      try {
        if (this.cursor === null) await this.look();
        await this.follow();
      } catch (error) {
        if (!(error instanceof Unknown)) throw error;
        this.note(error.message);
      }
      this.cuts += 1;
      this.doing = "rests";
      await new Promise((resolve) => setTimeout(resolve, this.options.random() * LONGEST_PAUSE_MS));
    }
  }

  private async look(): Promise<void> {
    const { route, who, follows } = this.options;
    this.doing = "looks";
    const seeing = follows.feed === "board" ? snapshotOf : votesOf;
    const picture = await seeing(route, who.token, follows.stream);
    this.tell({ type: "snapshot", ...picture });
    this.cursor = picture.cursor;
  }

  /** Resolves when the line is over, however it ended. */
  private follow(): Promise<void> {
    const { route, who, follows } = this.options;
    const client = socketClient(route(), who.token, this.pingEveryMs);
    this.client = client;
    this.doing = "calls";
    client.on("connected", () => (this.doing = "listens"));
    client.on("message", ({ type }) => this.note(type));
    const pinging = keepAlive(client, this.pingEveryMs, () => this.loseTrust());
    const query = follows.feed === "board" ? BOARD_FEED : GATHERING_FEED;
    return new Promise<void>((resolve) => {
      client.subscribe<Record<string, RawEvent>>(
        { query, variables: { id: follows.stream, cursor: this.cursor } },
        {
          next: ({ data }) => (this.hear(Object.values(data ?? {})[0]) ? undefined : client.terminate()),
          error: (reason) => resolve(this.note(`the end (${wordFor(reason)})`)),
          complete: () => resolve(this.note("complete")),
        },
      );
      if (this.left) client.terminate();
    }).finally(() => {
      clearInterval(pinging);
      client.terminate();
    });
  }

  /** Whether it can go on on this line. */
  private hear(event: RawEvent | undefined): boolean {
    if (this.left || !event) return false;
    if (event.__typename === "FeedReset") {
      this.cursor = null;
      this.resets += 1;
      return false;
    }
    this.tell({ type: "frame", cursor: event.cursor, changes: event.changes.flatMap(toChange) });
    this.cursor = event.cursor;
    return true;
  }

  private loseTrust(): void {
    this.pingEveryMs = Math.min(this.pingEveryMs * 2, PING_AT_LEAST_EVERY_MS);
  }

  private note(heard: string): void {
    if (heard === "next") this.pingEveryMs = PING_EVERY_MS;
    this.heard = heard;
    this.heardAt = performance.now();
  }

  private tell(told: Told): void {
    const { name, follows, record } = this.options;
    record({ ...told, reader: name, stream: follows.stream });
  }
}

type Without<E> = E extends unknown ? Omit<E, "reader" | "stream"> : never;
type Told = Without<Extract<Event, { type: "snapshot" | "frame" }>>;

const wordFor = (reason: unknown): string => {
  const { code, message } = (Array.isArray(reason) ? reason[0] : reason) as {
    code?: number;
    message?: string;
  };
  return String(code ?? message);
};

/** A half-open line is only noticed by asking. */
const keepAlive = (client: Client, everyMs: number, onSilence: () => void): NodeJS.Timeout => {
  let heard = true;
  client.on("message", () => (heard = true));
  return setInterval(() => {
    if (!heard) {
      onSilence();
      client.terminate();
    }
    heard = false;
  }, everyMs * 2);
};
