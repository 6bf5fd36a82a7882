import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import type { Client } from "graphql-ws";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Api } from "../house/api.js";
import { Follower, readBoard } from "../house/follower.js";
import { foundPeople, Hall, type Participant, type Somebody } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";
import { races } from "./at-once.js";
import { Cluster } from "./cluster.js";
import { findHaproxy } from "./haproxy.js";
import { type RedisServer, startRedis } from "./redis.js";

const haproxy = findHaproxy();
/** Two, with hints by Postgres, in every run of the tests; `CLUSTER_NODES=3 CLUSTER_REDIS=yes` for what production is. */
const NODES = Number(process.env["CLUSTER_NODES"] ?? 2);
const BY_REDIS = process.env["CLUSTER_REDIS"] === "yes";
const READERS = 12;
const REST_MS = 100;

let database: TestDatabase;
let redis: RedisServer | null = null;
let cluster: Cluster;
let hall: Hall;
/** One where groups, rounds and items come and go. */
let restless: Hall;

beforeAll(async () => {
  database = await ownDatabase();
  redis = BY_REDIS ? await startRedis() : null;
  cluster = await Cluster.start({
    nodes: NODES,
    databaseUrl: database.url,
    redisUrl: redis?.url ?? null,
    haproxy,
    demo: false,
    // Two people write all the time.
    settings: { WRITES_A_MINUTE: "0" },
    say: () => undefined,
  });
  const people = await foundPeople(cluster.url, database.url);
  hall = await Hall.open(people);
  restless = await Hall.open(people);
});
afterAll(async () => {
  await cluster?.stop();
  await redis?.stop();
  await database?.drop();
});

/** What goes on until it is told to stop; it ends early, and tells why, at the first thing that goes wrong. */
class Work {
  done = 0;
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(private readonly step: (count: number) => Promise<void>) {
    this.running = this.run();
    this.running.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.step(this.done);
      this.done += 1;
      await delay(REST_MS);
    }
  }
}

/** Posts once, and never again: an answer that is not the card is an error that somebody saw. */
const writer = (who: Participant, kept: string[]): Work =>
  new Work(async (count) => {
    const clientMutationId = randomUUID();
    const input = { boardId: hall.boardId, kind: "IDEA", body: `Kort ${count}`, clientMutationId };
    await who.api.act("postContribution", input);
    kept.push(clientMutationId);
  });

/** Somebody new each time, on a connection of their own. */
const visitor = (path: string): Work =>
  new Work(async () => {
    const response = await fetch(`${cluster.url}${path}`, { headers: { connection: "close" } });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
    await response.arrayBuffer();
  });

interface Pulse {
  readonly boardId: string;
  readonly present: number;
  readonly writing: number;
}

/** What somebody's tile of the group's board says, by the node they are at; told of whenever it changes. */
const followTile = (api: Api, hears: (tile: Pulse) => void): Client => {
  const client = api.socket();
  const query = `subscription ($id: ID!) { pulseFeed(gatheringId: $id) { boardId present writing } }`;
  client.subscribe<{ pulseFeed: Pulse[] }>(
    { query, variables: { id: hall.id } },
    {
      next: ({ data }) => data?.pulseFeed.filter(({ boardId }) => boardId === hall.boardId).forEach(hears),
      error: (error) => expect.unreachable(String(error)),
      complete: () => undefined,
    },
  );
  return client;
};

/** Somebody's way in past the balancer, at one of the nodes. */
const at = (who: Somebody, node: number): Api =>
  new Api(`http://127.0.0.1:${cluster.nodes[node]?.port}`, who.api.token);

it.each(races)("at two nodes in the same moment: %s", async (_name, play) => {
  expect(await play(restless, at)).toEqual([]);
});

it("[PRESENCE3] shows the same people and signs of writing at both nodes, a person with two devices once", async () => {
  const picture = await readBoard(hall.author.api, hall.boardId);
  const follower = (api: Api): Follower => new Follower(api, hall.boardId, picture);
  const devices = [at(hall.author, 0), at(hall.author, 1), at(hall.peer, 1)].map(follower);
  const following = devices.map((device) => device.follow());
  const tiles: Pulse[] = [];
  const clients = [0, 1].map((node) =>
    followTile(at(hall.people.leader, node), (tile) => (tiles[node] = tile)),
  );
  const figures = (): unknown[] => tiles.map(({ present, writing }) => [present, writing]);

  await expect.poll(figures, { timeout: 60_000 }).toEqual([
    [2, 0],
    [2, 0],
  ]);
  await at(hall.peer, 1).ask("mutation ($id: ID!) { signalWriting(boardId: $id) }", { id: hall.boardId });
  await expect.poll(figures, { timeout: 60_000 }).toEqual([
    [2, 1],
    [2, 1],
  ]);
  for (const device of devices) device.stop();
  await Promise.all(following);
  await expect.poll(figures, { timeout: 60_000 }).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await Promise.all(clients.map((client) => client.dispose()));
});

it(`restarts one node after the other, and nobody sees an error but sockets that are told to come back (${NODES} nodes, ${haproxy ? "HAProxy" : "our own balancer"}, hints by ${BY_REDIS ? "Redis" : "Postgres"})`, async () => {
  const kept: string[] = [];
  const picture = await readBoard(hall.author.api, hall.boardId);
  const readers = Array.from({ length: READERS }, () => new Follower(hall.peer.api, hall.boardId, picture));
  const following = readers.map((reader) => reader.follow());
  const works = [writer(hall.author, kept), writer(hall.peer, kept), visitor("/"), visitor("/readyz")];

  expect(await cluster.restartAll()).toEqual(Array(NODES).fill(0));

  for (const work of works) {
    await work.stop();
    expect(work.done).toBeGreaterThan(0);
  }
  const fresh = await readBoard(hall.peer.api, hall.boardId);
  await Promise.all(readers.map((reader) => reader.reaches(fresh.cursor)));
  for (const reader of readers) {
    expect(reader.cards).toEqual(fresh.cards);
    expect(reader.resets).toBe(0);
    reader.stop();
  }
  await Promise.all(following);
  expect([...fresh.cards.keys()].toSorted()).toEqual(kept.toSorted());
  const closings = readers.flatMap((reader) => reader.closings);
  // Whichever nodes they came to, both were restarted.
  expect(closings.length).toBeGreaterThanOrEqual(READERS);
  expect(new Set(closings)).toEqual(new Set([1012]));
});
