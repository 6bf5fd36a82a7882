import type { Queryable } from "@ordskifte/server/database/pool";
import { compact } from "@ordskifte/server/live/log";
import { beginNewHistory } from "@ordskifte/server/live/new-history";
import type { Ground, Place } from "./ground.js";
import { sequenceOf, type Event } from "./history.js";
import { pick } from "./random.js";

/** What can be done to the ground while people write and read. */
export const FAULTS = [
  "kill node",
  "kill database",
  "freeze node",
  "freeze node for long",
  "cut lines",
  "silence line",
  "slow line",
  "rolling restart",
  "compact",
  "restore backup",
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface Site {
  readonly ground: Ground;
  /** All that people follow. */
  readonly streams: readonly string[];
  readonly random: () => number;
  readonly record: (event: Event) => void;
  /** Resolves when so many more writes were answered. */
  readonly moreAnswers: (count: number) => Promise<void>;
}

const FREEZE_MS = 1_200;
/** Longer than Postgres waits for the next word inside a transaction: what the node held is no longer its own. */
const LONG_FREEZE_MS = 17_000;
/** Longer than it takes a reader to notice that nothing comes. */
const SILENCE_MS = 3_500;
const SLOW_MS = 3_000;
const SLOW_BYTES = 50_000;
const COMPACTIONS = 5;
const COMPACT_EVERY_MS = 60;
/** How many answered writes the backup does not hold. */
const LOST_WRITES = 10;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const somePlace = ({ ground, random }: Site): Place => pick(random, ground.places);

const connectionsOf = ({ writing, reading }: Place): number => writing.connections + reading.connections;
const allConnections = ({ places }: Ground): number =>
  places.reduce((sum, place) => sum + connectionsOf(place), 0);

const killNode = async (site: Site): Promise<number> => {
  const place = somePlace(site);
  const hit = connectionsOf(place);
  await place.node.kill();
  await place.node.start();
  return hit;
};

/** A node whose database is away says so itself, to whoever balances. */
const killDatabase = async ({ ground }: Site): Promise<number> => {
  const killed = await ground.database.kill();
  await Promise.all(ground.places.map(({ node }) => node.saysNotReady()));
  await ground.database.restart();
  return killed;
};

const freezeFor =
  (ms: number) =>
  async (site: Site): Promise<number> => {
    const place = somePlace(site);
    place.node.freeze();
    await wait(ms);
    const hit = connectionsOf(place);
    place.node.thaw();
    return hit;
  };

const cutLines = async (site: Site): Promise<number> => {
  const { reading } = somePlace(site);
  const hit = reading.connections;
  reading.cut();
  return hit;
};

const silenceLine = async (site: Site): Promise<number> => {
  const { reading } = somePlace(site);
  const before = reading.swallowed;
  reading.fallSilent();
  await wait(SILENCE_MS);
  reading.heal();
  return reading.swallowed - before;
};

const slowLine = async (site: Site): Promise<number> => {
  const { reading } = somePlace(site);
  const before = reading.heldBackMs;
  reading.slowTo(SLOW_BYTES);
  await wait(SLOW_MS);
  reading.heal();
  return Math.round(reading.heldBackMs - before);
};

/** As for a new version: one node after the other stops in order and comes back. */
const restartAll = async ({ ground }: Site): Promise<number> => {
  const hit = allConnections(ground);
  for (const { node } of ground.places) {
    await node.stop();
    await node.start();
  }
  return hit;
};

/** Forgets all of the log that can be forgotten, again and again while readers whose lines were cut go on from their cursors. */
const compactAll = async ({ ground, streams }: Site): Promise<number> => {
  let forgotten = 0;
  for (const { reading } of ground.places) reading.cut();
  await ground.database.connected(async (db) => {
    for (let i = 0; i < COMPACTIONS; i++) {
      for (const id of streams) forgotten += await compact(db, id, Number.MAX_SAFE_INTEGER);
      await wait(COMPACT_EVERY_MS);
    }
  });
  return forgotten;
};

type Cursors = ReadonlyMap<string, string>;

const cursorsIn = async (db: Queryable): Promise<Cursors> => {
  const { rows } = await db.query<{ id: string; cursor: string }>(
    "SELECT id, epoch || '.' || head AS cursor FROM stream",
  );
  return new Map(rows.map(({ id, cursor }) => [id, cursor]));
};

const written = (after: Cursors, before: Cursors): number =>
  [...after].reduce((sum, [id, cursor]) => sum + sequenceOf(cursor) - sequenceOf(before.get(id) ?? "0.0"), 0);

/** As after a loss: the nodes are down, and all goes on from a backup that does not hold the last writes. */
const restoreBackup = async ({ ground, record, moreAnswers }: Site): Promise<number> => {
  const { database } = ground;
  let lost = 0;
  await database.backUp();
  await moreAnswers(LOST_WRITES);
  await Promise.all(ground.places.map(({ node }) => node.kill()));
  const ends = await database.connected(cursorsIn);
  await database.restore();
  await database.connected(async (db) => {
    lost = written(ends, await cursorsIn(db));
    await beginNewHistory(db);
    record({ type: "restored", cursors: await cursorsIn(db) });
  });
  await Promise.all(ground.places.map(({ node }) => node.start()));
  return lost;
};

interface Way {
  /** Does it, and answers how much it hit. */
  readonly inflict: (site: Site) => Promise<number>;
  /** What the answer counts. */
  readonly hits: string;
}

const ways: Readonly<Record<FaultName, Way>> = {
  "kill node": { inflict: killNode, hits: "connections lost" },
  "kill database": { inflict: killDatabase, hits: "processes killed" },
  "freeze node": { inflict: freezeFor(FREEZE_MS), hits: "connections without an answer" },
  "freeze node for long": { inflict: freezeFor(LONG_FREEZE_MS), hits: "connections without an answer" },
  "cut lines": { inflict: cutLines, hits: "connections cut" },
  "silence line": { inflict: silenceLine, hits: "messages swallowed" },
  "slow line": { inflict: slowLine, hits: "ms of waiting at 50 kB/s" },
  "rolling restart": { inflict: restartAll, hits: "connections sent away" },
  compact: { inflict: compactAll, hits: "log entries forgotten" },
  "restore backup": { inflict: restoreBackup, hits: "writes gone" },
};

/** How often something was done, and how much it hit in all. */
export interface Inflicted {
  readonly times: number;
  readonly hit: number;
}

export const hitsOf = (name: FaultName): string => ways[name].hits;

/** Resolves when the fault is over, as far as it ends by itself, with how much it hit. */
export const inflict = (name: FaultName, site: Site): Promise<number> => ways[name].inflict(site);
