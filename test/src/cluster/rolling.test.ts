import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Follower, readBoard } from "../house/follower.js";
import { foundPeople, Hall, type Participant } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";
import { Cluster } from "./cluster.js";
import { findHaproxy } from "./haproxy.js";

const haproxy = findHaproxy();
const READERS = 12;
const REST_MS = 25;

let database: TestDatabase;
let cluster: Cluster;
let hall: Hall;

beforeAll(async () => {
  database = await ownDatabase();
  cluster = await Cluster.start({
    nodes: 2,
    databaseUrl: database.url,
    redisUrl: null,
    haproxy,
    demo: false,
    say: () => undefined,
  });
  hall = await Hall.open(await foundPeople(cluster.url, database.url));
});
afterAll(async () => {
  await cluster?.stop();
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

it(`restarts one node after the other, and nobody sees an error but sockets that are told to come back (${haproxy ? "HAProxy" : "our own balancer"})`, async () => {
  const kept: string[] = [];
  const picture = await readBoard(hall.author.api, hall.boardId);
  const readers = Array.from({ length: READERS }, () => new Follower(hall.peer.api, hall.boardId, picture));
  const following = readers.map((reader) => reader.follow());
  const works = [writer(hall.author, kept), writer(hall.peer, kept), visitor("/"), visitor("/readyz")];

  expect(await cluster.restartAll()).toEqual([0, 0]);

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
