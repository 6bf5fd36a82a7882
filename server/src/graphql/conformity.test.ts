import { createClient, type Client } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { newId } from "../kernel/ids.js";
import { ContributionKind } from "../kernel/words.js";
import { postContribution } from "../modules/boards/commands/post-contribution.js";
import type { RunningServer } from "../server.js";
import { type Somebody, World } from "../testing/world.js";
import { LIMITS } from "./limits.js";
import { openRaw, type RawSocket } from "./testing/callers.js";
import { startTestServer } from "./testing/test-server.js";

let server: RunningServer;
let world: World;
let guests: Somebody[];
let boardId: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await World.create(server.app.source);
  guests = await Promise.all([0, 1, 2].map((unit) => world.addParticipant(unit)));
  ({
    board: { id: boardId },
  } = await world.addGroup(...guests));
});
afterAll(() => server.stop());

const tokenOf = async ({ actor }: Somebody): Promise<string> =>
  (await server.app.identity.startSession(actor.personId)).token;

/** The client that the protocol's own library has, with nothing of ours about it. */
const clientOf = async (who: Somebody): Promise<Client> =>
  createClient({
    url: `ws://127.0.0.1:${server.port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { token: await tokenOf(who) },
    retryAttempts: 0,
  });

const post = (body: string): Promise<unknown> =>
  postContribution(server.app.commit, (guests[0] as Somebody).actor, {
    clientMutationId: newId(),
    boardId,
    kind: ContributionKind.REFLECTION,
    body,
    fromAuthor: false,
  });

const cursorNow = async (): Promise<string> => {
  const { rows } = await server.app.pool.query<{ cursor: string }>(
    "SELECT epoch || '.' || head AS cursor FROM stream WHERE id = $1",
    [boardId],
  );
  return rows[0]?.cursor ?? "";
};

const CARD = "... on BoardFrame { changes { ... on ContributionPut { contribution { body } } } }";
const PLAIN = `subscription ($boardId: ID!, $cursor: Cursor) { boardFeed(boardId: $boardId, cursor: $cursor) { ${CARD} } }`;

const asked = (cursor: string) => [
  { query: PLAIN, variables: { boardId, cursor } },
  { query: PLAIN, variables: { cursor, boardId } },
  {
    query: `subscription ($b: ID!, $c: Cursor) { mine: boardFeed(boardId: $b, cursor: $c) { ...Frame } }
      fragment Frame on BoardFrame { to: cursor changes { kind: __typename ... on ContributionPut { contribution { words: body } } } }`,
    variables: { b: boardId, c: cursor },
  },
  {
    query: `query Other { serverTime } subscription Here($c: Cursor) { boardFeed(boardId: "${boardId}", cursor: $c) { ${CARD} } }`,
    operationName: "Here",
    variables: { c: cursor },
  },
  {
    query: `subscription ($boardId: ID!, $cursor: Cursor, $less: Boolean!) {
      boardFeed(boardId: $boardId, cursor: $cursor) { ... on BoardFrame { changes @skip(if: $less) { __typename } __typename } } }`,
    variables: { boardId, cursor, less: true },
  },
];

const nextData = async (feed: AsyncIterableIterator<{ data?: unknown }>): Promise<unknown> => {
  const { value } = (await feed.next()) as IteratorYieldResult<{ data?: unknown }>;
  return value.data;
};

const frame = (body: string): object => ({ boardFeed: { changes: [{ contribution: { body } }] } });

describe("[FEED7] any client, with any selection", () => {
  it("gets what it asked for, beside others who ask for something else", async () => {
    const cursor = await cursorNow();
    const clients = await Promise.all(asked(cursor).map(() => clientOf(guests[1] as Somebody)));
    const feeds = asked(cursor).map((operation, i) => (clients[i] as Client).iterate(operation));
    await post("Hva lærte vi?");
    const heard = await Promise.all(feeds.map(nextData));
    expect(heard.slice(0, 2)).toEqual([frame("Hva lærte vi?"), frame("Hva lærte vi?")]);
    expect(heard[2]).toEqual({
      mine: {
        to: await cursorNow(),
        changes: [{ kind: "ContributionPut", contribution: { words: "Hva lærte vi?" } }],
      },
    });
    expect(heard[3]).toEqual(frame("Hva lærte vi?"));
    expect(heard[4]).toEqual({ boardFeed: { __typename: "BoardFrame" } });
    await Promise.all(clients.map((client) => client.dispose()));
  });
});

const opened = async (): Promise<RawSocket> => {
  const raw = await openRaw(server.port);
  raw.say({ type: "connection_init", payload: { token: await tokenOf(guests[2] as Somebody) } });
  expect(await raw.next()).toEqual({ type: "connection_ack" });
  return raw;
};

const subscribe = (raw: RawSocket, id: string, cursor: string): void =>
  raw.say({ type: "subscribe", id, payload: { query: PLAIN, variables: { boardId, cursor } } });

describe("graphql-transport-ws, with shared frames", () => {
  it("answers a ping beside a feed, with what came with it", async () => {
    const raw = await opened();
    subscribe(raw, "1", await cursorNow());
    raw.say({ type: "ping", payload: { at: 1 } });
    expect(await raw.next()).toEqual({ type: "pong", payload: { at: 1 } });
    raw.socket.close();
  });

  it("closes a socket that uses the id of a feed once more", async () => {
    const raw = await opened();
    const cursor = await cursorNow();
    subscribe(raw, "1", cursor);
    subscribe(raw, "1", cursor);
    expect(await raw.closed).toBe(4409);
  });

  it("lets an id be used again once it has been completed, and a feed go on from a cursor", async () => {
    const raw = await opened();
    const cursor = await cursorNow();
    subscribe(raw, "1", cursor);
    await post("Én gang");
    expect(await raw.next()).toMatchObject({ id: "1", type: "next" });
    raw.say({ type: "complete", id: "1" });
    subscribe(raw, "1", cursor);
    expect(await raw.next()).toMatchObject({ id: "1", type: "next", payload: { data: frame("Én gang") } });
    raw.socket.close();
  });
});

describe("what is shared among callers", () => {
  const counted = async (): Promise<number> => {
    const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
    return Number(/operations_total\{transport="socket",kind="subscription"\} (\d+)/.exec(metrics)?.[1] ?? 0);
  };

  it("is counted for each of them, and each stands before the limits", async () => {
    const before = await counted();
    const cursor = await cursorNow();
    const sockets = await Promise.all([opened(), opened()]);
    for (const raw of sockets) subscribe(raw, "1", cursor);
    await post("Til begge");
    for (const raw of sockets) expect(await raw.next()).toMatchObject({ id: "1", type: "next" });
    expect(await counted()).toBe(before + 2);
    const [raw] = sockets;
    const tooMany = Array.from({ length: LIMITS.aliases + 1 }, (_, i) => `a${i}: __typename`).join(" ");
    const query = `subscription { boardFeed(boardId: "${boardId}") { ${tooMany} } }`;
    raw.say({ type: "subscribe", id: "2", payload: { query } });
    expect(await raw.next()).toMatchObject({
      id: "2",
      type: "error",
      payload: [{ extensions: { code: "OVER_LIMIT" } }],
    });
    for (const { socket } of sockets) socket.close();
  });
});
