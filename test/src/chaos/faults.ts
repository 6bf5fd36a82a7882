import { compact } from "@ordskifte/server/live/log";
import { beginNewHistory } from "@ordskifte/server/live/new-history";
import type { Ground, Place } from "./ground.js";
import type { Event } from "./history.js";
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
/** Longer than it takes a reader to notice that nothing comes. */
const SILENCE_MS = 3_500;
const SLOW_MS = 1_500;
const SLOW_BYTES = 50_000;
const COMPACTIONS = 5;
const COMPACT_EVERY_MS = 60;
/** How many answered writes the backup does not hold. */
const LOST_WRITES = 10;

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

/** Forgets all of the log that can be forgotten, again and again while readers whose lines were cut go on from their cursors. */
const compactAll = async ({ ground, streams }: Site): Promise<void> => {
  for (const { reading } of ground.places) reading.cut();
  await ground.database.connected(async (db) => {
    for (let i = 0; i < COMPACTIONS; i++) {
      for (const id of streams) await compact(db, id, Number.MAX_SAFE_INTEGER);
      await wait(COMPACT_EVERY_MS);
    }
  });
};

/** As after a loss: the nodes are down, and all goes on from a backup that does not hold the last writes. */
const restoreBackup = async ({ ground, record, moreAnswers }: Site): Promise<void> => {
  await ground.database.backUp();
  await moreAnswers(LOST_WRITES);
  await Promise.all(ground.places.map(({ node }) => node.kill()));
  await ground.database.restore();
  await ground.database.connected(async (db) => {
    await beginNewHistory(db);
    const { rows } = await db.query<{ id: string; cursor: string }>(
      "SELECT id, epoch || '.' || head AS cursor FROM stream",
    );
    record({ type: "restored", cursors: new Map(rows.map(({ id, cursor }) => [id, cursor])) });
  });
  await Promise.all(ground.places.map(({ node }) => node.start()));
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
  "restore backup": restoreBackup,
};

/** Resolves when the fault is over, as far as it ends by itself. */
export const inflict = (name: FaultName, site: Site): Promise<void> => ways[name](site);
