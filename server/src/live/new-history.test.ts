import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createMemoryBus } from "../bus/memory.js";
import { createFeed, type Feed } from "./feed.js";
import { readStream } from "./log.js";
import { beginNewHistory } from "./new-history.js";
import { presenters } from "./testing/notes.js";
import { open, snapshot, viewer } from "./testing/readers.js";
import { createRig, post, type Rig } from "./testing/rig.js";

let rig: Rig;
let feed: Feed;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());
beforeEach(() => {
  feed = createFeed({ pool: rig.pool, bus: createMemoryBus(), pollEvery: 20 });
  return () => feed.close();
});

/** What a restore leaves: the stream as it stood at a number, and none of what came after. */
const restoreTo = async (streamId: string, seq: number): Promise<void> => {
  await rig.pool.query("UPDATE stream SET head = $2 WHERE id = $1", [streamId, seq]);
  await rig.pool.query("DELETE FROM log_entry WHERE stream_id = $1 AND seq > $2", [streamId, seq]);
};

const grow = async (streamId: string, texts: readonly string[]): Promise<void> => {
  const commit = rig.node();
  for (const text of texts) await commit(post(streamId, text));
};

it("[FEED4] a screen from before a restore fetches a fresh picture, though the numbers are the same again", async () => {
  const streamId = await rig.stream();
  await grow(streamId, ["one", "two", "three"]);
  const before = await snapshot(rig, streamId, viewer());
  await restoreTo(streamId, 1);
  await beginNewHistory(rig.pool);
  await grow(streamId, ["other two", "other three", "other four"]);
  expect(await (await open(feed, streamId, viewer(), before)).step()).toBe("UNKNOWN_EPOCH");
});

it("[FEED4] those who listen meanwhile are reset, and writers on nodes that went on go on", async () => {
  const streamId = await rig.stream();
  const commit = rig.node();
  await commit(post(streamId, "one"));
  const screen = await open(feed, streamId, viewer(), await snapshot(rig, streamId, viewer()));
  const told = screen.step();
  await beginNewHistory(rig.pool);
  expect(await told).toBe("UNKNOWN_EPOCH");
  const { position } = await commit(post(streamId, "two"));
  expect(position).toEqual({ epoch: (await readStream(rig.pool, streamId))?.epoch, seq: 2 });
});

it("[FEED4] whoever is on the way in when it begins is reset like the others, and does not wait for ever", async () => {
  const streamId = await rig.stream();
  await grow(streamId, ["one"]);
  const first = await open(feed, streamId, viewer(), await snapshot(rig, streamId, viewer()));
  const told = first.step();
  const late = await feed.subscribe({
    streamId,
    cursor: "1.1",
    presenters,
    viewer: async () => {
      await beginNewHistory(rig.pool);
      expect(await told).toBe("UNKNOWN_EPOCH");
      return viewer();
    },
  });
  expect((await late.next()).value).toEqual({ type: "reset", reason: "UNKNOWN_EPOCH" });
});

it("gives another epoch each time", async () => {
  const streamId = await rig.stream();
  const epochs = [];
  for (let i = 0; i < 3; i++) {
    await beginNewHistory(rig.pool);
    epochs.push((await readStream(rig.pool, streamId))?.epoch);
  }
  expect(new Set(epochs).size).toBe(3);
});
