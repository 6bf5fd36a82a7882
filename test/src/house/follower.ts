import { setTimeout as delay } from "node:timers/promises";
import { firstEpoch } from "@ordskifte/server/live/vocabulary";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { Api, Fields } from "./api.js";

const CARD =
  "id kind body revision visibility isMine createdAt author { name unit { name } } links { kind toId }";
const SNAPSHOT = `query ($id: ID!) { board(id: $id) { cursor contributions(first: 500) { edges { node { ${CARD} } } } } }`;
const FEED = `subscription ($id: ID!, $cursor: Cursor) { boardFeed(boardId: $id, cursor: $cursor) { __typename
  ... on FeedReset { reason } ... on BoardFrame { cursor changes { __typename
    ... on ContributionPut { contribution { ${CARD} } } ... on ContributionGone { id } } } } }`;
const RETRY_MS = 50;

export type Card = Fields & { readonly id: string; readonly body: string };

/** The cards of a board by id, and where the feed goes on from there. */
export interface Picture {
  readonly cursor: string;
  readonly cards: ReadonlyMap<string, Card>;
}

export const readBoard = async (api: Api, id: string): Promise<Picture> => {
  const board = await api.read<{ cursor: string; contributions: { edges: { node: Card }[] } }>(SNAPSHOT, {
    id,
  });
  return {
    cursor: board.cursor,
    cards: new Map(board.contributions.edges.map(({ node }) => [node.id, node])),
  };
};

/** Where a stream that a command has opened began: a feed from there has all of it to say. */
export const beginOf = (streamId: string): string => `${firstEpoch(streamId)}.0`;

interface Change {
  readonly contribution?: Card;
  readonly id?: string;
}
interface Event {
  readonly cursor?: string;
  readonly changes?: readonly Change[];
}

/** Somebody who follows a board as a client does: an old picture, frames from its cursor, and back again after every cut. */
export class Follower {
  readonly cards: Map<string, Card>;
  cursor: string;
  cuts = 0;
  /** The codes that its sockets were closed with, by others than itself. */
  readonly closings: number[] = [];
  /** Words that the feed could not go on. */
  resets = 0;
  private stopped = false;
  private listeners: (() => void)[] = [];
  private cut: () => void = () => undefined;

  constructor(
    private readonly api: Api,
    private readonly boardId: string,
    from: Picture,
  ) {
    this.cards = new Map(from.cards);
    this.cursor = from.cursor;
  }

  /** Follows until it is told to stop. */
  async follow(): Promise<void> {
    while (!this.stopped) {
      await this.listen();
      if (this.stopped) return;
      this.cuts += 1;
      await delay(RETRY_MS);
    }
  }

  /** Resolves when it stands at this cursor. */
  async reaches(cursor: string): Promise<void> {
    while (this.cursor !== cursor) await new Promise<void>((heard) => this.listeners.push(heard));
  }

  stop(): void {
    this.stopped = true;
    this.cut();
  }

  private async listen(): Promise<void> {
    const client = createClient({
      url: `${this.api.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token: this.api.token },
      retryAttempts: 0,
      on: {
        closed: (event) => {
          if (!this.stopped) this.closings.push((event as { code: number }).code);
        },
      },
    });
    await new Promise<void>((ended) => {
      this.cut = ended;
      const variables = { id: this.boardId, cursor: this.cursor };
      const next = ({ data }: { data?: { boardFeed: Event } | null }): void =>
        this.hear(data?.boardFeed ?? {});
      client.subscribe<{ boardFeed: Event }>(
        { query: FEED, variables },
        { next, error: () => ended(), complete: ended },
      );
    });
    await client.dispose();
  }

  private hear({ cursor, changes = [] }: Event): void {
    if (cursor === undefined) this.resets += 1;
    else this.cursor = cursor;
    for (const { contribution, id } of changes) {
      if (contribution) this.cards.set(contribution.id, contribution);
      else if (id) this.cards.delete(id);
    }
    for (const heard of this.listeners.splice(0)) heard();
  }
}
