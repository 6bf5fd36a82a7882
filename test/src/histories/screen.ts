import type { Client } from "graphql-ws";
import { documentOf } from "../bench/rig/documents.js";
import { sequenceOf } from "../chaos/history.js";
import { type Api, codeOf, type Fields } from "../house/api.js";
import { apply, ofBoard, ofGathering, type Picture } from "./picture.js";

export interface StreamName {
  readonly feed: "board" | "gathering";
  readonly id: string;
}

/** A picture, and where its feed goes on. */
export interface Still {
  readonly cursor: string;
  readonly picture: Picture;
}

const TEXTS = {
  boardSnapshot: documentOf("BoardSnapshot"),
  boardFeed: documentOf("BoardFeed"),
  gatheringSnapshot: documentOf("GatheringSnapshot"),
  gatheringFeed: documentOf("GatheringFeed"),
  people: documentOf("GatheringPeoplePage"),
};
const PARTS = ["PROGRAMME", "GROUPS", "PEOPLE", "VOTING"];
/** No machine needs so long. */
const PATIENCE_MS = 60_000;

/** Reads a fresh picture with the client's own documents; the code it was refused with where it was. */
export const look = async (api: Api, { feed, id }: StreamName): Promise<Still | string> => {
  const isBoard = feed === "board";
  const answered = await api.ask(isBoard ? TEXTS.boardSnapshot : TEXTS.gatheringSnapshot, { id, first: 200 });
  if (answered.errors) return codeOf(answered) ?? JSON.stringify(answered.errors);
  const found = answered.data?.[feed] as Fields & { cursor: string };
  const picture = isBoard ? ofBoard(found) : ofGathering(found, await peopleOf(api, id));
  return { cursor: found.cursor, picture };
};

/** For those who lead; nobody else is shown who is there. */
const peopleOf = async (api: Api, id: string): Promise<readonly unknown[]> => {
  const { data } = await api.ask(TEXTS.people, { id, first: 200 });
  const gathering = data?.["gathering"] as { people: { edges: { node: unknown }[] } | null } | undefined;
  return gathering?.people?.edges.map(({ node }) => node) ?? [];
};

type Event = {
  readonly cursor?: string;
  readonly reason?: string;
  readonly changes?: readonly (Fields & { __typename: string })[];
};

/** One who follows a stream from a picture on. */
export class Screen {
  readonly picture: Picture;
  cursor: string;
  /** How its feed ended: `complete`, or the code of an error. */
  end: string | null = null;
  private heard: () => void = () => undefined;
  readonly stop: () => void;

  constructor(client: Client, stream: StreamName, still: Still) {
    this.picture = still.picture.copy();
    this.cursor = still.cursor;
    const query = stream.feed === "board" ? TEXTS.boardFeed : TEXTS.gatheringFeed;
    const ids = stream.feed === "board" ? { boardId: stream.id } : { gatheringId: stream.id, parts: PARTS };
    this.stop = client.subscribe<Fields>(
      { query, variables: { ...ids, cursor: this.cursor } },
      {
        next: ({ data }) => this.take(data?.[`${stream.feed}Feed`] ?? {}),
        error: (error) => this.finish(codeOf({ errors: Array.isArray(error) ? error : [] }) ?? String(error)),
        complete: () => this.finish("complete"),
      },
    );
  }

  /** Resolves when it has come to this number, or when it hears nothing more. */
  async reaches(seq: number): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (this.end === null && sequenceOf(this.cursor) < seq) {
      if (performance.now() > until) return this.finish(`stays at ${this.cursor}, and should come to ${seq}`);
      await Promise.race([
        new Promise<void>((resolve) => (this.heard = resolve)),
        new Promise((resolve) => setTimeout(resolve, 1_000).unref()),
      ]);
    }
  }

  private take({ cursor, reason, changes = [] }: Event): void {
    if (cursor === undefined) return this.finish(`reset: ${reason}`);
    for (const change of changes) apply(this.picture, change);
    this.cursor = cursor;
    this.heard();
  }

  private finish(end: string): void {
    this.end ??= end;
    this.heard();
  }
}
