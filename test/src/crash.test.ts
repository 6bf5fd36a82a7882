import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BuiltServer, startBuilt } from "./house/built-server.js";
import { Follower, readBoard } from "./house/follower.js";
import { Hall, type Hosts, hostsOfDemo, type Participant } from "./house/hall.js";
import { leaderToken } from "./house/welcome.js";
import { freePort } from "./start/launch.js";

const WRITERS = 12;
const CARDS_EACH = 30;
/** The server is killed when so many cards are acknowledged. */
const KILLS = [60, 200];
const RETRY_MS = 50;

let DATA_DIR: string;
let PORT: string;
let server: BuiltServer;
let hall: Hall<Hosts>;

beforeAll(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), "ordskifte-crash-"));
  PORT = String(await freePort());
  server = await startBuilt({ DATA_DIR, PORT });
  hall = await Hall.open(await hostsOfDemo(server.url, leaderToken(server)));
});
afterAll(async () => {
  await server?.stop();
  await rm(DATA_DIR, { recursive: true, force: true });
});

/** What the writers were told stands, in the order in which they were told. */
class Acknowledged {
  readonly ids: string[] = [];
  private readonly waiting: { count: number; reached: () => void }[] = [];

  add(id: string): void {
    this.ids.push(id);
    for (const { count, reached } of this.waiting) if (this.ids.length >= count) reached();
  }

  reaches(count: number): Promise<void> {
    return new Promise((reached) => this.waiting.push({ count, reached }));
  }
}

interface Writer {
  readonly who: Participant;
  readonly boardId: string;
  readonly name: string;
}

const seatWriters = async (): Promise<Writer[]> => {
  const query = "query ($id: ID!) { gathering(id: $id) { groups { id boardId } } }";
  const { groups } = await hall.lead.read<{ groups: { id: string; boardId: string }[] }>(query, {
    id: hall.id,
  });
  const writers: Writer[] = [];
  for (let i = 0; i < WRITERS; i++) {
    const group = groups[i % groups.length] as { id: string; boardId: string };
    const who = await hall.join(`Skriver ${i}`, i % 3);
    await hall.lead.act("seatParticipant", { participantId: who.participantId, groupId: group.id });
    writers.push({ who, boardId: group.boardId, name: `Skriver ${i}` });
  }
  return writers;
};

/** Posts as a device does: under an id of its own, and again until it is acknowledged. */
const post = async ({ who, boardId }: Writer, body: string): Promise<string> => {
  const clientMutationId = randomUUID();
  for (;;) {
    try {
      await who.api.act("postContribution", { clientMutationId, boardId, kind: "IDEA", body });
      return clientMutationId;
    } catch {
      await delay(RETRY_MS);
    }
  }
};

const postAll = async (writer: Writer, acknowledged: Acknowledged): Promise<void> => {
  for (let i = 0; i < CARDS_EACH; i++) acknowledged.add(await post(writer, `${writer.name}, kort ${i}`));
};

/** Kills the server in the middle of posting, and starts it again in the same folder and on the same port. */
const killAt = async (acknowledged: Acknowledged, count: number): Promise<void> => {
  await acknowledged.reaches(count);
  await server.kill();
  expect(acknowledged.ids.length).toBeLessThan(WRITERS * CARDS_EACH);
  server = await startBuilt({ DATA_DIR, PORT });
};

it("loses nothing that was acknowledged, and keeps nothing twice, when it is killed in the middle of posting", async () => {
  const writers = await seatWriters();
  const boards = [...new Set(writers.map(({ boardId }) => boardId))];
  const acknowledged = new Acknowledged();
  const pictures = await Promise.all(boards.map((id) => readBoard(hall.lead, id)));
  const newFollowers = (): Follower[] =>
    boards.map(
      (id, i) => new Follower(writers[i]?.who.api ?? hall.lead, id, pictures[i] as (typeof pictures)[number]),
    );
  const followers = newFollowers();
  const following = followers.map((follower) => follower.follow());
  const posting = writers.map((writer) => postAll(writer, acknowledged));
  for (const count of KILLS) await killAt(acknowledged, count);
  await Promise.all(posting);

  const late = newFollowers();
  const all = [...followers, ...late];
  following.push(...late.map((follower) => follower.follow()));
  const kept: string[] = [];
  for (const [i, boardId] of boards.entries()) {
    for (const follower of [followers[i], late[i]]) {
      const fresh = await readBoard(writers[i]?.who.api ?? hall.lead, boardId);
      await follower?.reaches(fresh.cursor);
      expect(follower?.cards).toEqual(fresh.cards);
    }
    const { cards } = await readBoard(hall.lead, boardId);
    const bodies = [...cards.values()].map(({ body }) => body);
    expect(new Set(bodies).size).toBe(bodies.length);
    kept.push(...cards.keys());
  }
  for (const follower of all) follower.stop();
  await Promise.all(following);
  expect(kept.toSorted()).toEqual(acknowledged.ids.toSorted());
  expect(kept).toHaveLength(WRITERS * CARDS_EACH);
  expect(followers.every(({ cuts }) => cuts >= KILLS.length)).toBe(true);
  expect(all.every(({ resets }) => resets === 0)).toBe(true);
});
