import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMemoryBus } from "../bus/memory.js";
import { notFound } from "../kernel/errors.js";
import { newId } from "../kernel/ids.js";
import type { Commit } from "./commit.js";
import { createFeed, type Feed, type FeedOptions } from "./feed.js";
import { Note, presenters } from "./testing/notes.js";
import { fence, open, snapshot, viewer, type Screen } from "./testing/readers.js";
import { createRig, noteIn, oneTo, post, write, type Rig } from "./testing/rig.js";
import { done, firstEpoch, formatCursor } from "./vocabulary.js";

const NEVER = 3_600_000;
let rig: Rig;
const feeds: Feed[] = [];
beforeAll(async () => void (rig = await createRig()));
afterEach(() => feeds.splice(0).forEach((feed) => feed.close()));
afterAll(() => rig.close());

/** A node whose readers are told by its own commits and by hints alone: no polling saves it. */
const node = (options: Partial<FeedOptions> = {}): { feed: Feed; commit: Commit } => {
  const feed = createFeed({ pool: rig.pool, bus: createMemoryBus(), pollEvery: NEVER, ...options });
  feeds.push(feed);
  return { feed, commit: rig.node({ onMoved: feed.moved }) };
};

const openNow = async (feed: Feed, streamId: string, who = viewer()): Promise<Screen> =>
  open(feed, streamId, who, await snapshot(rig, streamId, who));

const put = (note: Note): ReturnType<typeof write> =>
  write(
    note.streamId,
    async (tx) => ((await tx.get(Note, note.id)) ? tx.update(Note, note) : tx.insert(Note, note), done(null)),
  );

const setStream = (id: string, what: string): Promise<unknown> =>
  rig.pool.query(`UPDATE stream SET ${what} WHERE id = $1`, [id]);

describe("[FEED1] subscribing", () => {
  it("misses nothing that is committed meanwhile", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node();
    const writing = Promise.all(oneTo(60).map((text) => commit(post(streamId, text))));
    const opening = oneTo(20).map(() => openNow(feed, streamId));
    await writing;
    const last = await fence(commit, streamId);
    const screens = await Promise.all(opening);
    const fresh = await snapshot(rig, streamId, viewer());
    for (const screen of screens) expect((await screen.until(last)).notes).toEqual(fresh.notes);
  });

  it("without a cursor begins now", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node();
    await commit(post(streamId, "before"));
    const iterator = await feed.subscribe({
      streamId,
      cursor: null,
      viewer: async () => viewer(),
      presenters,
    });
    await commit(post(streamId, "after"));
    const { value } = await iterator.next();
    expect(value).toMatchObject({ type: "frame", cursor: "1.2", changes: [{ note: { text: "after" } }] });
  });

  it("to what does not exist, or with nonsense for a cursor, is refused", async () => {
    const { feed } = node();
    const ask = (streamId: string, cursor: string | null): Promise<unknown> =>
      feed.subscribe({ streamId, cursor, viewer: async () => viewer(), presenters });
    const streamId = await rig.stream();
    await expect(ask(newId(), null)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ask("nonsense", null)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const cursor of ["", "1", "1.", "1.-1", "one.two", "1.1.1", " 1.1"]) {
      await expect(ask(streamId, cursor)).rejects.toMatchObject({ code: "BAD_INPUT" });
    }
    expect(feed.subscriberCount()).toBe(0);
  });
});

describe("[FEED2] one reader a stream", () => {
  it("lets two streams be deaf to each other", async () => {
    const [one, other] = [await rig.stream(), await rig.stream()];
    const { feed, commit } = node();
    const [here, there] = [await openNow(feed, one), await openNow(feed, other)];
    await Promise.all(
      oneTo(10).flatMap((text) => [commit(post(one, `one ${text}`)), commit(post(other, `other ${text}`))]),
    );
    const [lastHere, lastThere] = [await fence(commit, one), await fence(commit, other)];
    const textsOf = (screen: Screen): Set<string | undefined> =>
      new Set([...screen.notes.values()].map(({ text }) => text.split(" ")[0]));
    expect(textsOf(await here.until(lastHere))).toEqual(new Set(["one", "fence"]));
    expect(textsOf(await there.until(lastThere))).toEqual(new Set(["other", "fence"]));
  });

  it("is given up when the last subscriber has left, and begun again for the next", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node();
    const screen = await openNow(feed, streamId);
    const waiting = screen.step();
    expect(feed.subscriberCount()).toBe(1);
    await screen.iterator.return?.();
    expect([await waiting, feed.subscriberCount()]).toEqual(["end", 0]);
    const last = await fence(commit, streamId);
    expect(
      (await (await open(feed, streamId, viewer(), { cursor: "1.0", notes: new Map() })).until(last)).cursor,
    ).toBe("1.1");
  });
});

describe("[FEED3] hints", () => {
  it("of other nodes are heard on the bus", async () => {
    const streamId = await rig.stream();
    const bus = createMemoryBus();
    const { feed } = node({ bus });
    const elsewhere = rig.node({
      onMoved: ({ id, epoch, head }) => bus.publish({ streamId: id, epoch, head }),
    });
    const screen = await openNow(feed, streamId);
    await screen.until(await fence(elsewhere, streamId));
    expect(screen.frames).toHaveLength(1);
  });

  it("that are all lost only delay until heads are polled", async () => {
    const streamId = await rig.stream();
    let lost = 0;
    const { feed } = node({ pollEvery: 20, watch: { lostHint: () => (lost += 1) } });
    const screen = await openNow(feed, streamId);
    for (const text of oneTo(3)) await rig.node()(post(streamId, text));
    await screen.until(await fence(rig.node(), streamId));
    expect(lost).toBeGreaterThan(0);
    expect(screen.notes.size).toBe(4);
  });

  it("that tell nothing new are harmless", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node();
    const screen = await openNow(feed, streamId);
    for (let i = 0; i < 50; i++) feed.moved({ id: streamId, epoch: 1, head: i }, null);
    feed.moved({ id: newId(), epoch: 1, head: 1 }, null);
    await screen.until(await fence(commit, streamId));
    expect(screen.frames).toHaveLength(1);
  });
});

describe("[FEED4] a cursor that cannot be gone on from gets an explicit reset", () => {
  const resume = async (streamId: string, cursor: string): Promise<string[]> => {
    const screen = await open(node().feed, streamId, viewer(), { cursor, notes: new Map() });
    return [await screen.step(), await screen.step()];
  };

  it("as one of another stream does, though it has as many changes", async () => {
    const home = await rig.stream();
    const boards = [newId(), newId()] as const;
    const openAll = write(home, async (tx) => {
      for (const id of boards) tx.openStream(id, home);
      return done(null);
    });
    await rig.node()(openAll);
    for (const id of boards) await rig.node()(post(id, "first"));
    const [one, other] = boards.map((id) => formatCursor({ epoch: firstEpoch(id), seq: 0 }));
    expect(await resume(boards[0], other as string)).toEqual(["UNKNOWN_EPOCH", "end"]);
    const screen = await open(node().feed, boards[0], viewer(), { cursor: one as string, notes: new Map() });
    expect([await screen.step(), screen.notes.size]).toEqual(["frame", 1]);
  });

  it("and nothing after it", async () => {
    const streamId = await rig.stream();
    for (const text of oneTo(5)) await rig.node()(post(streamId, text));
    await setStream(streamId, "floor = 3");
    expect(await resume(streamId, "2.5")).toEqual(["UNKNOWN_EPOCH", "end"]);
    expect(await resume(streamId, "1.6")).toEqual(["AHEAD", "end"]);
    expect(await resume(streamId, "1.2")).toEqual(["TOO_OLD", "end"]);
    const screen = await open(node().feed, streamId, viewer(), { cursor: "1.3", notes: new Map() });
    expect([await screen.step(), screen.notes.size]).toEqual(["frame", 2]);
  });

  it("also while it listens, when the stream gets another history", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node();
    await commit(post(streamId, "old"));
    const [waiting, away] = [await openNow(feed, streamId), await openNow(feed, streamId)];
    const heard = waiting.step();
    await setStream(streamId, "epoch = 2, head = 0");
    feed.moved({ id: streamId, epoch: 2, head: 0 }, null);
    expect([await heard, await waiting.step()]).toEqual(["UNKNOWN_EPOCH", "end"]);
    expect([await away.step(), await away.step()]).toEqual(["UNKNOWN_EPOCH", "end"]);
    expect(feed.subscriberCount()).toBe(0);
    await rig.pool.query("DELETE FROM log_entry WHERE stream_id = $1", [streamId]);
    const screen = await openNow(feed, streamId);
    await screen.until(await fence(commit, streamId));
    expect(screen.cursor).toBe("2.1");
  });

  it("also while it listens, when a backup has taken the stream back", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node({ pollEvery: 20 });
    for (const text of oneTo(5)) await commit(post(streamId, text));
    const screen = await openNow(feed, streamId);
    const heard = screen.step();
    await rig.pool.query("DELETE FROM log_entry WHERE stream_id = $1 AND seq > 2", [streamId]);
    await setStream(streamId, "head = 2");
    expect(await heard).toBe("AHEAD");
  });
});

describe("[FEED7] audiences", () => {
  it("hear the same array, and an owner their own view", async () => {
    const streamId = await rig.stream();
    const owner = viewer();
    const { feed, commit } = node();
    const [one, other, own] = [
      await openNow(feed, streamId),
      await openNow(feed, streamId),
      await openNow(feed, streamId, owner),
    ];
    const steps = Promise.all([one.step(), other.step(), own.step()]);
    const note = noteIn(streamId, "mine", { ownerId: owner.personId });
    await commit(put(note));
    await steps;
    expect(one.frames[0]?.changes).toBe(other.frames[0]?.changes);
    expect([one.notes.get(note.id)?.isMine, own.notes.get(note.id)?.isMine]).toEqual([false, true]);
  });

  it("do not learn what is silent, until it is opened", async () => {
    const streamId = await rig.stream();
    const owner = viewer();
    const { feed, commit } = node();
    const [room, own] = [await openNow(feed, streamId), await openNow(feed, streamId, owner)];
    const note = noteIn(streamId, "not yet", { ownerId: owner.personId, silent: true });
    await commit(put(note));
    const first = await fence(commit, streamId);
    await Promise.all([room.until(first), own.until(first)]);
    expect([room.notes.has(note.id), own.notes.get(note.id)?.text]).toEqual([false, "not yet"]);
    expect(JSON.stringify(room.frames)).not.toContain("not yet");
    await commit(put({ ...note, silent: false, text: "now" }));
    await room.until(note.id);
    expect(room.notes.get(note.id)?.text).toBe("now");
  });
});

describe("[FEED8] a slow subscriber", () => {
  it("costs no queue: it is shown what changed, once, when it asks again", async () => {
    const streamId = await rig.stream();
    const { feed, commit } = node();
    const [fast, slow] = [await openNow(feed, streamId), await openNow(feed, streamId)];
    const notes = oneTo(3).map((text) => noteIn(streamId, text));
    for (let round = 0; round < 40; round++) {
      for (const note of notes) await commit(put({ ...note, text: `${note.text} ${round}` }));
    }
    await fast.until(await fence(commit, streamId));
    expect(await slow.step()).toBe("frame");
    expect([slow.frames.length, slow.frames[0]?.changes.length, slow.cursor]).toEqual([1, 4, "1.121"]);
    expect(slow.notes).toEqual(fast.notes);
  });
});

describe("[FEED6] a subscription", () => {
  it("is not begun for those who may not listen, and leaves nothing behind", async () => {
    const streamId = await rig.stream();
    const { feed } = node();
    const refuse = (): Promise<never> => Promise.reject(notFound());
    await expect(
      feed.subscribe({ streamId, cursor: null, viewer: refuse, presenters }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(feed.subscriberCount()).toBe(0);
  });
});
