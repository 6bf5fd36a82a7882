import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Pool } from "pg";
import { createMemoryBus } from "../bus/memory.js";
import { createPool } from "../database/pool.js";
import { newId } from "../kernel/ids.js";
import type { Commit } from "./commit.js";
import { createFeed, type Feed } from "./feed.js";
import { compact } from "./log.js";
import { createCuttingProxy } from "./testing/cutting-proxy.js";
import { pick, randomCommand, randomFrom } from "./testing/history.js";
import { fence, open, snapshot, viewer, type Picture, type Screen } from "./testing/readers.js";
import { createRig, logOf, post, type Rig } from "./testing/rig.js";

let rig: Rig;
let feed: Feed;
let commit: Commit;

beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());
beforeEach(() => {
  feed = createFeed({ pool: rig.pool, bus: createMemoryBus(), pollEvery: 3_600_000 });
  commit = rig.node({ onMoved: feed.moved });
});
afterEach(() => feed.close());

const owners = [newId(), newId()] as const;
/** Both owners, one of whom leads; somebody who owns nothing; and a leader who owns nothing. */
const audience = [viewer(owners[0]), viewer(owners[1], true), viewer(), viewer(newId(), true)];
const seeds = [1, 7, 42, 1_234, 99_991];
const LENGTH = 40;

const picturesOfAll = (streamId: string): Promise<Picture[]> =>
  Promise.all(audience.map((who) => snapshot(rig, streamId, who)));

/** Pictures for everybody at every position of a random history. */
const writeHistory = async (streamId: string, seed: number): Promise<Picture[][]> => {
  const random = randomFrom(seed);
  const pictures = [await picturesOfAll(streamId)];
  for (let i = 0; i < LENGTH; i++) {
    await randomCommand(commit, streamId, owners, random);
    pictures.push(await picturesOfAll(streamId));
  }
  return pictures;
};

const expectAllToArrive = async (streamId: string, pictures: readonly Picture[][]): Promise<void> => {
  const last = await fence(commit, streamId);
  const fresh = await picturesOfAll(streamId);
  for (const atOnePosition of pictures) {
    const screens = await Promise.all(
      atOnePosition.map((picture, i) => open(feed, streamId, audience[i] ?? viewer(), picture)),
    );
    await Promise.all(screens.map((screen) => screen.until(last)));
    screens.forEach((screen, i) => expect({ cursor: screen.cursor, notes: screen.notes }).toEqual(fresh[i]));
    for (const screen of screens) expect(screen.frames).toHaveLength(1);
    await Promise.all(screens.map((screen) => screen.iterator.return?.()));
  }
};

describe("[FEED5] an old picture and what came since make the fresh picture", () => {
  it.each(seeds)("cut at every position, for every audience (seed %i)", async (seed) => {
    const streamId = await rig.stream();
    await expectAllToArrive(streamId, await writeHistory(streamId, seed));
  });

  it.each(seeds)("for those who listen all along, each at a pace of their own (seed %i)", async (seed) => {
    const streamId = await rig.stream();
    const random = randomFrom(seed);
    const screens = await Promise.all(
      [...audience, ...audience].map(async (who) =>
        open(feed, streamId, who, await snapshot(rig, streamId, who)),
      ),
    );
    const last = newId();
    const reading = screens.map((screen) => readAt(pick(random, [0, 1, 5]), screen, last));
    await Promise.all(
      Array.from({ length: 3 * LENGTH }, () => randomCommand(commit, streamId, owners, random)),
    );
    await fence(commit, streamId, last);
    await Promise.all(reading);
    const fresh = await picturesOfAll(streamId);
    screens.forEach((screen, i) => expect(screen.notes).toEqual(fresh[i % audience.length]?.notes));
  });
});

/** Steps until the last note has come, resting some turns of the event loop after each frame. */
const readAt = async (rest: number, screen: Screen, last: string): Promise<void> => {
  while (!screen.notes.has(last)) {
    await screen.step();
    for (let i = 0; i < rest; i++) await new Promise(setImmediate);
  }
};

describe("[LOG7] compaction", () => {
  it.each(seeds.slice(0, 2))("loses nothing for anybody, from any position (seed %i)", async (seed) => {
    const streamId = await rig.stream();
    const pictures = await writeHistory(streamId, seed);
    const before = (await logOf(rig, streamId)).length;
    const forgotten = await compact(rig.pool, streamId, before - 5);
    const after = (await logOf(rig, streamId)).length;
    expect(forgotten).toBeGreaterThan(0);
    expect(after).toBe(before - forgotten);
    await expectAllToArrive(streamId, pictures);
  });

  it("goes on beside readers and writers", async () => {
    const streamId = await rig.stream();
    const random = randomFrom(5);
    const screens = await Promise.all(
      audience.map(async (who) => open(feed, streamId, who, await snapshot(rig, streamId, who))),
    );
    const beginning = await picturesOfAll(streamId);
    const last = newId();
    const reading = screens.map((screen) => readAt(1, screen, last));
    for (let i = 0; i < LENGTH; i++) {
      await Promise.all([
        randomCommand(commit, streamId, owners, random),
        compact(rig.pool, streamId, 1_000),
      ]);
    }
    await fence(commit, streamId, last);
    await Promise.all(reading);
    const fresh = await picturesOfAll(streamId);
    screens.forEach((screen, i) => expect(screen.notes).toEqual(fresh[i]?.notes));
    await expectAllToArrive(streamId, [beginning]);
  });
});

describe("[FEED8] a database that goes away", () => {
  const throughProxy = async (use: (pool: Pool, cutNext: () => void) => Promise<void>): Promise<void> => {
    const proxy = await createCuttingProxy(rig.url);
    const pool = createPool(proxy.url);
    await use(pool, () => proxy.cut("before", "FROM log_entry"));
    await pool.end();
    await proxy.close();
  };

  it("only delays: those who are behind and those who listen hear all of it", () =>
    throughProxy(async (pool, cutNext) => {
      const streamId = await rig.stream();
      const errors: unknown[] = [];
      const far = createFeed({
        pool,
        bus: createMemoryBus(),
        pollEvery: 20,
        onError: (error) => errors.push(error),
      });
      const live = await open(far, streamId, viewer(), { cursor: "1.0", notes: new Map() });
      cutNext();
      const heard = live.step();
      await rig.node()(post(streamId, "one"));
      expect(await heard).toBe("frame");
      expect(errors).toHaveLength(1);
      const behind = await open(far, streamId, viewer(), { cursor: "1.0", notes: new Map() });
      cutNext();
      expect(await behind.step()).toBe("frame");
      expect(behind.notes).toEqual(live.notes);
      far.close();
    }));
});
