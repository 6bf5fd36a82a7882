import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../kernel/clock.js";
import { notFound } from "../kernel/errors.js";
import { runAtHead } from "./batch-at-head.js";
import type { BatchResult, Write } from "./batch.js";
import { Memory } from "./memory.js";
import { KnownHeads } from "./known-heads.js";
import { Note } from "./testing/notes.js";
import { createRig, logOf, noteIn, oneTo, post, textsInOrder, write, type Rig } from "./testing/rig.js";
import { done, refused, type StreamHead } from "./vocabulary.js";

let rig: Rig;
let streamId: string;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());
beforeEach(async () => {
  streamId = await rig.stream();
  for (const text of ["one", "two"]) await rig.node()(post(streamId, text));
});

const at = (head: number, epoch = 1): StreamHead => ({ id: streamId, epoch, head });
const run = (from: StreamHead, ...writes: Write[]): Promise<BatchResult | null> =>
  runAtHead(
    { pool: rig.pool, tables: rig.tables, clock: systemClock, memory: new Memory() },
    { writes, from },
  );
const counts = async (): Promise<unknown> =>
  (
    await rig.rows(
      `SELECT (SELECT count(*) FROM note WHERE stream_id = $1) AS notes, (SELECT count(*) FROM log_entry WHERE stream_id = $1) AS entries,
       (SELECT count(*) FROM receipt WHERE stream_id = $1) AS receipts, (SELECT head FROM stream WHERE id = $1) AS head`,
      [streamId],
    )
  )[0];
const untouched = { notes: "2", entries: "2", receipts: "2", head: "2" };

describe("[LOG8] a batch without a lock", () => {
  it("stands where the stream has not moved", async () => {
    const result = await run(at(2), post(streamId, "three"), post(streamId, "four"));
    expect(result?.heads).toEqual([at(4)]);
    expect(await textsInOrder(rig, streamId)).toEqual(["one", "two", "three", "four"]);
    expect(await counts()).toEqual({ notes: "4", entries: "4", receipts: "4", head: "4" });
  });

  it("can be refusals alone", async () => {
    const result = await run(
      at(2),
      write(streamId, async () => refused("no")),
    );
    expect(result?.answers).toMatchObject([{ committed: { outcome: { refusal: "no" } } }]);
    expect(await counts()).toEqual({ ...untouched, receipts: "3" });
  });

  it.each([
    ["has moved", 1, 1],
    ["is not there yet", 3, 1],
    ["has another history", 2, 2],
  ])("leaves nothing where the stream %s", async (_, head, epoch) => {
    const note = noteIn(streamId, "edited");
    const edit = write(
      streamId,
      async (tx) => (tx.update(Note, note), tx.insert(Note, noteIn(streamId, "new")), done(null)),
    );
    expect(
      await run(
        at(head, epoch),
        edit,
        write(streamId, async () => refused("no")),
      ),
    ).toBeNull();
    expect(await counts()).toEqual(untouched);
  });

  it("leaves nothing where one of them throws, was there before, takes what is taken, or removes", async () => {
    const before = post(streamId, "before");
    await rig.node()(before);
    const stored = noteIn(streamId, "stored");
    await rig.node()(write(streamId, async (tx) => (tx.insert(Note, stored), done(null))));
    const bad: Write[] = [
      write(streamId, () => Promise.reject(notFound())),
      before,
      write(streamId, async (tx) => (tx.insert(Note, stored), done(null))),
      write(streamId, async (tx) => (tx.remove(Note, stored), done(null))),
    ];
    for (const one of bad)
      expect(await run(at(4), post(streamId, "good"), one, post(streamId, "too"))).toBeNull();
    expect(await counts()).toEqual({ notes: "4", entries: "4", receipts: "4", head: "4" });
  });

  it("waits for whoever holds the lock, and sees what they did", async () => {
    const holder = await rig.pool.connect();
    await holder.query("BEGIN");
    await holder.query("UPDATE stream SET head = head + 1 WHERE id = $1", [streamId]);
    const attempt = run(at(2), post(streamId, "late"));
    const waits =
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await rig.rows(waits)).length === 0) await new Promise(setImmediate);
    await holder.query("COMMIT");
    holder.release();
    expect(await attempt).toBeNull();
    expect(await logOf(rig, streamId)).toHaveLength(2);
  });
});

describe("[LOG8] what a node knows of heads", () => {
  it("is not relied on for a while after it was wrong", () => {
    const known = new KnownHeads();
    expect(known.expect("a")).toBeNull();
    known.learn([{ id: "a", epoch: 1, head: 1 }]);
    expect(known.expect("a")).toEqual({ id: "a", epoch: 1, head: 1 });
    known.missed("a");
    known.learn([{ id: "a", epoch: 1, head: 5 }]);
    expect(oneTo(8).map(() => known.expect("a"))).toEqual(oneTo(8).map(() => null));
    expect(known.expect("a")).toEqual({ id: "a", epoch: 1, head: 5 });
  });

  it("is bounded: what was not written to for the longest time is forgotten", () => {
    const known = new KnownHeads();
    for (let i = 0; i <= 10_000; i++) known.learn([{ id: String(i), epoch: 1, head: i }]);
    expect([known.expect("0"), known.expect("1")?.head, known.expect("10000")?.head]).toEqual([
      null,
      1,
      10_000,
    ]);
  });
});
