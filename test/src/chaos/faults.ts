import pg from "pg";
import { compact } from "@ordskifte/server/live/log";
import type { Ground, Place } from "./ground.js";
import { pick } from "./random.js";

/** What can be done to the ground while people write and read. */
export const FAULTS = [
  "kill node",
  "kill database",
  "freeze node",
  "cut lines",
  "silence line",
  "slow line",
  "rolling restart",
  "compact",
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface Site {
  readonly ground: Ground;
  readonly boardIds: readonly string[];
  readonly random: () => number;
}

const FREEZE_MS = 1_200;
/** Longer than it takes a reader to notice that nothing comes. */
const SILENCE_MS = 3_500;
const SLOW_MS = 1_500;
const SLOW_BYTES = 50_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const somePlace = ({ ground, random }: Site): Place => pick(random, ground.places);

const killNode = async (site: Site): Promise<void> => {
  const { node } = somePlace(site);
  await node.kill();
  await node.start();
};

const killDatabase = async ({ ground }: Site): Promise<void> => {
  await ground.database.kill();
  await ground.database.restart();
};

const freezeNode = async (site: Site): Promise<void> => {
  const { node } = somePlace(site);
  node.freeze();
  await wait(FREEZE_MS);
  node.thaw();
};

const silenceLine = async (site: Site): Promise<void> => {
  const { reading } = somePlace(site);
  reading.fallSilent();
  await wait(SILENCE_MS);
  reading.heal();
};

const slowLine = async (site: Site): Promise<void> => {
  const { reading } = somePlace(site);
  reading.slowTo(SLOW_BYTES);
  await wait(SLOW_MS);
  reading.heal();
};

/** As for a new version: one node after the other stops in order and comes back. */
const restartAll = async ({ ground }: Site): Promise<void> => {
  for (const { node } of ground.places) {
    await node.stop();
    await node.start();
  }
};

/** Forgets all of the log that can be forgotten, while readers go on from wherever they are. */
const compactAll = async ({ ground, boardIds }: Site): Promise<void> => {
  const db = new pg.Client({ connectionString: ground.database.url });
  await db.connect();
  try {
    for (const id of boardIds) await compact(db, id, Number.MAX_SAFE_INTEGER);
  } finally {
    await db.end();
  }
};

const ways: Readonly<Record<FaultName, (site: Site) => Promise<void>>> = {
  "kill node": killNode,
  "kill database": killDatabase,
  "freeze node": freezeNode,
  "cut lines": async (site) => somePlace(site).reading.cut(),
  "silence line": silenceLine,
  "slow line": slowLine,
  "rolling restart": restartAll,
  compact: compactAll,
};

/** Resolves when the fault is over, as far as it ends by itself. */
export const inflict = (name: FaultName, site: Site): Promise<void> => ways[name](site);
