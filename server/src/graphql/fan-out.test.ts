import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../identity/actor.js";
import { newId } from "../kernel/ids.js";
import { ContributionKind } from "../kernel/words.js";
import { postContribution } from "../modules/boards/commands/post-contribution.js";
import { Participant } from "../modules/gatherings/index.js";
import { removeParticipant } from "../modules/gatherings/commands/remove-participant.js";
import { NetworkRole } from "../modules/networks/index.js";
import type { RunningServer } from "../server.js";
import { type Somebody, World } from "../testing/world.js";
import { FULL_BYTES } from "./outflow.js";
import { openRaw, type RawSocket } from "./testing/callers.js";
import { startTestServer } from "./testing/test-server.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const BOARD = `subscription ($boardId: ID!, $cursor: Cursor) {
  boardFeed(boardId: $boardId, cursor: $cursor) {
    __typename ... on BoardFrame { cursor changes { __typename ... on ContributionPut { contribution { id body isMine } } } }
  }
}`;

const WHO_AM_I = `subscription ($gatheringId: ID!, $cursor: Cursor) {
  gatheringFeed(gatheringId: $gatheringId, cursor: $cursor) {
    ... on GatheringFrame { changes { ... on GatheringPut { gathering { id viewer { participant { name } } } } } }
  }
}`;

const LONG = "å".repeat(1_900);

/** The next socket that a server in this process takes. */
const nextArrival = (): Promise<Socket> =>
  new Promise((resolve) => {
    const meet = (message: unknown): void => {
      unsubscribe("net.server.socket", meet);
      resolve((message as { socket: Socket }).socket);
    };
    subscribe("net.server.socket", meet);
  });

interface Frame {
  cursor: string;
  changes: { contribution?: { id: string; body: string; isMine: boolean } }[];
}
interface Message {
  id: string;
  type: string;
  payload: { data: { boardFeed: Frame; gatheringFeed: Frame } };
}

const connect = async (actor: Actor): Promise<RawSocket> => {
  const { token } = await server.app.identity.startSession(actor.personId);
  const raw = await openRaw(server.port);
  raw.say({ type: "connection_init", payload: { token } });
  expect(await raw.next()).toMatchObject({ type: "connection_ack" });
  return raw;
};

const follow = (raw: RawSocket, id: string, boardId: string, cursor = "1.0"): void =>
  raw.say({ id, type: "subscribe", payload: { query: BOARD, variables: { boardId, cursor } } });

const table = async (people = 3) => {
  const world = await World.create(server.app.source);
  const guests = await Promise.all(Array.from({ length: people }, (_, i) => world.addParticipant(i % 3)));
  const { board } = await world.addGroup(...guests);
  return { world, guests, board };
};

const post = ({ actor }: Somebody, boardId: string, body: string) =>
  postContribution(server.app.commit, actor, {
    clientMutationId: newId(),
    boardId,
    kind: ContributionKind.REFLECTION,
    body,
    fromAuthor: false,
  });

const remove = ({ gathering }: World, leader: Actor, { participant }: Somebody) =>
  removeParticipant(
    server.app.commit,
    leader,
    { gatheringId: gathering.id, attendance: server.app.attendance },
    { clientMutationId: newId(), participantId: participant.id },
  );

/** Messages until this many cards have come. */
const cards = async (raw: RawSocket, count: number): Promise<Map<string, string>> => {
  const seen = new Map<string, string>();
  while (seen.size < count) {
    const { payload } = (await raw.next()) as Message;
    for (const { contribution } of payload.data.boardFeed.changes)
      if (contribution) seen.set(contribution.id, contribution.body);
  }
  return seen;
};

describe("[FEED7] callers who ask the same and see the same", () => {
  test.each(["1", "7b1f3f9e-6a1c-4f55-9b8e-0c8f6f3f2d11", 'a"b', "blå", "x".repeat(200)])(
    "get the same result under their own id, whatever it looks like: %s",
    async (id) => {
      const { guests, board } = await table();
      const [author, ...readers] = guests as [Somebody, ...Somebody[]];
      const sockets = await Promise.all(readers.map(({ actor }) => connect(actor)));
      sockets.forEach((raw, i) => follow(raw, i === 0 ? id : "z".repeat(id.length), board.id));
      await post(author, board.id, "Hva ser vi ikke selv? — æøå");
      const [first, second] = (await Promise.all(sockets.map((raw) => raw.next()))) as [Message, Message];
      expect(first).toMatchObject({ id, type: "next" });
      expect(second.id).toBe("z".repeat(id.length));
      expect(second.payload).toEqual(first.payload);
      expect(first.payload.data.boardFeed.changes[0]?.contribution).toMatchObject({
        body: "Hva ser vi ikke selv? — æøå",
        isMine: false,
      });
      for (const { socket } of sockets) socket.close();
    },
  );

  test("an author is an audience of their own", async () => {
    const { guests, board } = await table();
    const [author, reader] = guests as [Somebody, Somebody];
    const sockets = await Promise.all([author, reader].map(({ actor }) => connect(actor)));
    for (const raw of sockets) follow(raw, "1", board.id);
    await post(author, board.id, "Mitt");
    const heard = (await Promise.all(sockets.map((raw) => raw.next()))) as Message[];
    expect(heard.map(({ payload }) => payload.data.boardFeed.changes[0]?.contribution?.isMine)).toEqual([
      true,
      false,
    ]);
    for (const { socket } of sockets) socket.close();
  });

  test("nobody gets an answer that depends on who somebody else is", async () => {
    const { world, guests } = await table();
    const sockets = await Promise.all(guests.map(({ actor }) => connect(actor)));
    const variables = { gatheringId: world.gathering.id, cursor: "1.0" };
    for (const raw of sockets)
      raw.say({ id: "1", type: "subscribe", payload: { query: WHO_AM_I, variables } });
    const leader = await world.addMember(NetworkRole.LEADER);
    const extra = await world.addParticipant(0);
    await remove(world, leader, extra);
    const heard = await Promise.all(sockets.map((raw) => raw.next()));
    const names = heard.map(
      (message) => /"participant":\{"name":"([^"]+)"/.exec(JSON.stringify(message))?.[1],
    );
    expect(names).toEqual(guests.map(({ participant }) => participant.name));
    for (const { socket } of sockets) socket.close();
  });

  test("hears no more once it has said complete", async () => {
    const { guests, board } = await table(2);
    const [author, reader] = guests as [Somebody, Somebody];
    const raw = await connect(reader.actor);
    follow(raw, "gone", board.id);
    follow(raw, "stays", board.id);
    await post(author, board.id, "Til begge");
    const ids = [((await raw.next()) as Message).id, ((await raw.next()) as Message).id];
    expect(ids.toSorted()).toEqual(["gone", "stays"]);
    raw.say({ id: "gone", type: "complete" });
    raw.say({ type: "ping" });
    expect(await raw.next()).toMatchObject({ type: "pong" });
    await post(author, board.id, "Til den ene");
    expect(((await raw.next()) as Message).id).toBe("stays");
    raw.socket.close();
  });
});

describe("[FEED8] a socket that does not read", () => {
  test("costs its cursor, not a queue; the others do not notice; it is shown what it missed", async () => {
    const { guests, board } = await table(3);
    const [author, slow, quick] = guests as [Somebody, Somebody, Somebody];
    const [stuck, reader] = await Promise.all([connect(slow.actor), connect(quick.actor)]);
    follow(stuck, "1", board.id);
    follow(reader, "1", board.id);
    const below = (stuck.socket as unknown as { _socket: Socket })._socket;
    below.pause();
    const before = process.memoryUsage().arrayBuffers;
    const COUNT = 900;
    for (let i = 0; i < COUNT; i += 30)
      await Promise.all(Array.from({ length: 30 }, (_, j) => post(author, board.id, `${i + j} ${LONG}`)));
    expect((await cards(reader, COUNT)).size).toBe(COUNT);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
    below.resume();
    const caughtUp = await cards(stuck, COUNT);
    expect(caughtUp.size).toBe(COUNT);
    for (const { socket } of [stuck, reader]) socket.close();
  });
});

describe("[FEED8] a socket that reads nothing of several operations", () => {
  test("is held back for as one socket, not once for each of them", async () => {
    const { guests, board } = await table(3);
    const [author, slow, quick] = guests as [Somebody, Somebody, Somebody];
    const reader = await connect(quick.actor);
    follow(reader, "1", board.id);
    const arrival = nextArrival();
    const stuck = await connect(slow.actor);
    const served = await arrival;
    for (let i = 0; i < 8; i++) follow(stuck, `${i}`, board.id);
    stuck.say({ type: "ping" });
    expect(await stuck.next()).toMatchObject({ type: "pong" });
    (stuck.socket as unknown as { _socket: Socket })._socket.pause();
    let most = 0;
    for (let i = 0; i < 800; i += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, j) => post(author, board.id, `${i + j} ${LONG}`)));
      await cards(reader, 50);
      most = Math.max(most, served.writableLength);
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(FULL_BYTES + 50 * 5_000);
    for (const { socket } of [stuck, reader]) socket.terminate();
  });
});

describe("[FEED6] somebody who is removed", () => {
  test("gets complete, and nothing after it", async () => {
    const { world, guests, board } = await table(2);
    const [author, out] = guests as [Somebody, Somebody];
    const leader = await world.addMember(NetworkRole.LEADER);
    const raw = await connect(out.actor);
    follow(raw, "1", board.id);
    await post(author, board.id, "Før");
    expect(await raw.next()).toMatchObject({ type: "next" });
    await remove(world, leader, out);
    await post(author, board.id, "Etter");
    expect(await raw.next()).toEqual({ id: "1", type: "complete" });
    expect(await server.app.source.manager.findOneBy(Participant, { id: out.participant.id })).toMatchObject({
      removedAt: expect.any(Date) as Date,
    });
    raw.socket.close();
  });
});
