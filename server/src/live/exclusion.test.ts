import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMemoryBus } from "../bus/memory.js";
import { newId } from "../kernel/ids.js";
import type { Commit } from "./commit.js";
import { createFeed, type Feed } from "./feed.js";
import { Guest } from "./testing/notes.js";
import { fence, open, snapshot, viewer, type Screen } from "./testing/readers.js";
import { createRig, post, write, type Rig } from "./testing/rig.js";
import { done } from "./vocabulary.js";

let rig: Rig;
let feed: Feed;
let commit: Commit;
let streamId: string;
let guest: Guest;
const who = viewer();

beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());
beforeEach(async () => {
  feed = createFeed({ pool: rig.pool, bus: createMemoryBus() });
  commit = rig.node({ onMoved: feed.moved });
  streamId = await rig.stream();
  guest = { id: newId(), streamId, personId: who.personId, removed: false };
  await commit(write(streamId, async (tx) => (tx.insert(Guest, guest), done(null))));
});
afterEach(() => feed.close());

const set = (removed: boolean): Promise<unknown> =>
  commit(write(streamId, async (tx) => (tx.update(Guest, { ...guest, removed }), done(null))));
const openNow = async (as = who): Promise<Screen> =>
  open(feed, streamId, as, await snapshot(rig, streamId, as));

describe("[FEED6] somebody who is removed", () => {
  it("hears nothing more, at once", async () => {
    const [out, stays] = [await openNow(), await openNow(viewer())];
    await commit(post(streamId, "before"));
    expect(await out.step()).toBe("frame");
    const waiting = out.step();
    await set(true);
    expect(await waiting).toBe("end");
    await stays.until(await fence(commit, streamId));
    expect([await out.step(), out.notes.size, feed.subscriberCount()]).toEqual(["end", 1, 1]);
  });

  it("hears nothing more where it was behind, not even of what was before the removal", async () => {
    const [out, stays] = [await openNow(), await openNow(viewer())];
    await commit(post(streamId, "before"));
    await set(true);
    await stays.until(await fence(commit, streamId));
    expect([await out.step(), out.notes.size]).toEqual(["end", 0]);
  });

  it("hears nothing where it comes back with an old cursor", async () => {
    const before = await snapshot(rig, streamId, who);
    await commit(post(streamId, "before"));
    await set(true);
    const out = await open(feed, streamId, who, before);
    expect([await out.step(), out.notes.size]).toEqual(["end", 0]);
  });

  it("stays where it leads", async () => {
    const leader = await openNow({ ...who, mayLead: true });
    await set(true);
    const last = await fence(commit, streamId);
    expect((await leader.until(last)).notes.size).toBe(1);
  });

  it("hears again once let in again, also of what was meanwhile", async () => {
    const before = await snapshot(rig, streamId, who);
    await set(true);
    await commit(post(streamId, "meanwhile"));
    await set(false);
    const back = await open(feed, streamId, who, before);
    expect((await back.until(await fence(commit, streamId))).notes.size).toBe(2);
  });
});
