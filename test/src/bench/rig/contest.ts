import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Told } from "../baselines/ours-hall.js";
import type { Operation } from "./caller.js";
import { Child } from "./child.js";
import { operationNamed } from "./documents.js";

/** What a work is done with: a Postgres of its own with fsync on, and how much of the work is to be done. */
export interface Rig {
  readonly postgresUrl: string;
  readonly repetitions: number;
  /** 1 for the whole work; less for trying the bench itself. */
  readonly scale: number;
  readonly say: (line: string) => void;
}

/** A server under test with a hall on it, and how one talks to it. */
export interface Contender {
  readonly name: string;
  readonly child: Child;
  readonly port: number;
  /** A token and a board for each of the people; no token where nobody is asked who they are. */
  readonly people: readonly { readonly token: string | null; readonly boardId: string }[];
  /** Null where there are no operations: everybody hears everything. */
  follow(boardId: string): Operation | null;
  post(boardId: string, body: string): Operation | null;
}

/** About as long as a card that somebody has taken some care over. */
export const BODY = "Elevane sorterer tre svar etter kvalitet og lagar kjenneteikna sjølve. ".repeat(3);

export const newDatabase = async (postgresUrl: string): Promise<string> => {
  const name = `bench_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
};

export interface Hall {
  readonly people: number;
  readonly boards: number;
  /** Ideas that lie on the first board already. */
  readonly cards?: number;
  readonly ownFeed?: boolean;
}

/** One that is asked in GraphQL. */
export interface Speaking extends Contender {
  follow(boardId: string): Operation;
  post(boardId: string, body: string): Operation;
}

export interface Ours extends Speaking {
  readonly told: Told;
  readonly databaseUrl: string;
}

const FEED = operationNamed("BoardFeed");
const POST = operationNamed("PostContribution");

export const follow = (boardId: string, cursor: string | null = null): Operation => FEED({ boardId, cursor });

export const post = (boardId: string, body: string): Operation =>
  POST({ input: { clientMutationId: randomUUID(), boardId, kind: "REFLECTION", body, fromAuthor: false } });

export const startOurs = async (rig: Rig, hall: Hall): Promise<Ours> => {
  const child = Child.start("baselines/ours.js");
  const databaseUrl = await newDatabase(rig.postgresUrl);
  const { port } = await child.call<{ port: number }>("start", {
    databaseUrl,
    ownFeed: hall.ownFeed ?? false,
  });
  const told = await child.call<Told>("seed", hall);
  return { name: "Ordskifte", child, port, told, databaseUrl, people: told.people, follow, post };
};

export const placesAt = (boards: readonly string[], people: number): Contender["people"] =>
  Array.from({ length: people }, (_, i) => ({ token: null, boardId: boards[i % boards.length] as string }));

export interface Usual extends Speaking {
  readonly boards: readonly string[];
  readonly roundId: string;
  readonly ideas: readonly string[];
}

const USUAL_CARD = `id boardId itemId kind body anonymous isMine visibility hiddenReason createdAt editedAt revision links
  author { __typename id name people unit { __typename id kind municipality name } } unit { __typename id kind municipality name }`;

export const followUsual = (boardId: string): Operation => ({
  query: `subscription ($boardId: ID!) { cardPosted(boardId: $boardId) { __typename ${USUAL_CARD} } }`,
  variables: { boardId },
});

export const startUsual = async (rig: Rig, { people, boards }: Hall): Promise<Usual> => {
  const child = Child.start("baselines/usual.js");
  const databaseUrl = await newDatabase(rig.postgresUrl);
  const { port } = await child.call<{ port: number }>("start", { databaseUrl, voters: people });
  const seeded = await child.call<Pick<Usual, "boards" | "roundId" | "ideas">>("seed", { boards });
  return {
    name: "usual stack",
    child,
    port,
    ...seeded,
    people: placesAt(seeded.boards, people),
    follow: followUsual,
    post: (boardId, body) => ({
      query: `mutation ($input: PostCard!) { postCard(input: $input) { __typename ${USUAL_CARD} } }`,
      variables: { input: { boardId, body } },
    }),
  };
};

const RAW_BOARD = "board";
/** Knows no operations: see `Raw.say`. */
export const startRaw = async (people: number): Promise<Contender> => {
  const child = Child.start("baselines/raw.js");
  const { port } = await child.call<{ port: number }>("start");
  return {
    name: "raw ws broadcast",
    child,
    port,
    people: placesAt([RAW_BOARD], people),
    follow: () => null,
    post: () => null,
  };
};
