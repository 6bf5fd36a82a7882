import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.js";
import { done } from "./vocabulary.js";
import { Note } from "./testing/notes.js";
import { logOf, noteIn, oneTo, person, post, write, createRig, type Rig } from "./testing/rig.js";
import { startUpkeep, type Upkeep } from "./upkeep.js";

let rig: Rig;
let upkeep: Upkeep;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());
beforeEach(() => {
  upkeep = startUpkeep({ pool: rig.pool, every: 3_600_000 });
  return () => upkeep.close();
});

const receiptOf = (id: string, daysAgo: number): Promise<unknown> =>
  rig.pool.query(
    `INSERT INTO receipt VALUES ($1, $2, 'f', $3, 1, 1, '{}', now() - make_interval(days => $4))`,
    [person, id, newId(), daysAgo],
  );
const receiptIds = async (): Promise<string[]> =>
  (await rig.rows<{ id: string }>("SELECT id FROM receipt")).map(({ id }) => id);

describe("[RECEIPT3] old receipts", () => {
  it("are removed after sixty days, and not a day before", async () => {
    const [old, young] = [newId(), newId()];
    await receiptOf(old, 61);
    await receiptOf(young, 59);
    expect((await upkeep.run())?.receipts).toBe(1);
    expect(await receiptIds()).toEqual([young]);
  });

  it("go a thousand at a time, until none is left", async () => {
    await rig.pool.query(
      `INSERT INTO receipt SELECT $1, gen_random_uuid(), 'f', $2, 1, 1, '{}', now() - interval '70 days'
       FROM generate_series(1, 2500)`,
      [person, newId()],
    );
    expect((await upkeep.run())?.receipts).toBe(2_500);
  });

  it("cannot be set to go sooner", () => {
    expect(() => startUpkeep({ pool: rig.pool, receiptDays: 59 })).toThrow(/at least 60 days/);
  });
});

describe("[LOG7] the log", () => {
  it("keeps the last mention of each thing, and the newest entry, in every stream", async () => {
    const commit = rig.node();
    const streams = [];
    for (let i = 0; i < 12; i++) {
      const streamId = await rig.stream();
      const note = noteIn(streamId, "first");
      await commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null))));
      for (const text of oneTo(4))
        await commit(write(streamId, async (tx) => (tx.update(Note, { ...note, text }), done(null))));
      await commit(post(streamId, "another"));
      streams.push(streamId);
    }
    expect((await upkeep.run())?.entries).toBe(12 * 4);
    for (const streamId of streams)
      expect((await logOf(rig, streamId)).map(({ seq }) => seq)).toEqual(["5", "6"]);
    expect((await upkeep.run())?.entries).toBe(0);
  });
});

describe("one node at a time", () => {
  it("leaves it to whoever is at it, and takes over when they are gone", async () => {
    const other = await rig.pool.connect();
    await other.query("BEGIN");
    await other.query("SELECT pg_advisory_xact_lock(8030587430904129140)");
    expect(await upkeep.run()).toBeNull();
    await other.query("ROLLBACK");
    other.release();
    expect(await upkeep.run()).not.toBeNull();
  });

  it("begins nothing more once it is closed", async () => {
    await receiptOf(newId(), 61);
    await upkeep.close();
    expect(await upkeep.run()).toEqual({ entries: 0, receipts: 0 });
  });
});
