import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Pool } from "pg";
import { assertDurable, createPool } from "../database/pool.js";
import { createCuttingProxy, type CuttingProxy } from "./testing/cutting-proxy.js";
import { Note } from "./testing/notes.js";
import { createRig, logOf, noteIn, oneTo, post, textsInOrder, write, type Rig } from "./testing/rig.js";
import { done } from "./vocabulary.js";

let rig: Rig;
let proxy: CuttingProxy;
let pool: Pool;

beforeAll(async () => {
  rig = await createRig();
  proxy = await createCuttingProxy(rig.url);
  pool = createPool(proxy.url);
});
afterAll(async () => {
  await pool.end();
  await proxy.close();
  await rig.close();
});

/** Every moment at which a line can be cut in one commit. */
const moments = (["before", "after"] as const).flatMap((when) =>
  ["BEGIN", "FOR UPDATE", "FROM receipt", "live_", "COMMIT"].map((phrase) => ({ when, phrase })),
);

describe("[LOG6] a line that is cut", () => {
  it.each(moments)("$when $phrase leaves the command done once", async ({ when, phrase }) => {
    const streamId = await rig.stream();
    const commit = rig.node({ pool });
    const before = proxy.cuts();
    proxy.cut(when, phrase);
    const answer = await commit(post(streamId, "once"));
    expect(proxy.cuts()).toBe(before + 1);
    expect(answer).toMatchObject({ outcome: { done: true, value: "once" }, position: { seq: 1 } });
    expect(await textsInOrder(rig, streamId)).toEqual(["once"]);
    expect(await logOf(rig, streamId)).toHaveLength(1);
  });

  it.each(moments)("$when $phrase leaves a whole batch done once", async ({ when, phrase }) => {
    const streamId = await rig.stream();
    const commit = rig.node({ pool });
    const note = noteIn(streamId, "first");
    const [texts, before] = [oneTo(20), proxy.cuts()];
    const insert = commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null)))).then(() =>
      proxy.cut(when, phrase),
    );
    // A removal makes the batch go under the lock.
    const remove = commit(write(streamId, async (tx) => (tx.remove(Note, note), done(null))));
    const answers = await Promise.all(texts.map((text) => commit(post(streamId, text))));
    await Promise.all([insert, remove]);
    expect(proxy.cuts()).toBe(before + 1);
    expect(answers.map(({ position }) => position.seq - 2).map(String)).toEqual(texts);
    expect(await textsInOrder(rig, streamId)).toEqual(texts);
  });

  it.each(["before", "after"] as const)(
    "%s a batch that goes without a lock leaves it done once",
    async (when) => {
      const streamId = await rig.stream();
      const moved: number[] = [];
      const commit = rig.node({ pool, onMoved: ({ head }) => moved.push(head) });
      const [texts, before] = [oneTo(20), proxy.cuts()];
      await commit(post(streamId, "first"));
      proxy.cut(when, "live_");
      await Promise.all(texts.map((text) => commit(post(streamId, text))));
      expect(proxy.cuts()).toBe(before + 1);
      expect(await textsInOrder(rig, streamId)).toEqual(["first", ...texts]);
      expect(moved).toEqual([1, 2, 21]);
    },
  );

  it("tells readers of what was committed, though the answer was lost", async () => {
    const streamId = await rig.stream();
    const moved: unknown[] = [];
    proxy.cut("after", "COMMIT");
    await rig.node({ pool, onMoved: ({ id, head }) => moved.push([id, head]) })(post(streamId, "once"));
    expect(moved).toEqual([[streamId, 1]]);
  });
});

describe("[LOG6] a database that ends connections at will", () => {
  it("makes no command happen twice, and loses none that was acknowledged", async () => {
    const streamId = await rig.stream();
    const commits = [rig.node(), rig.node()];
    const killer = createPool(rig.url, 1);
    const kill =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    const texts = oneTo(200);
    const writing = Promise.allSettled(texts.map((text, i) => commits[i % 2]?.(post(streamId, text))));
    for (let i = 0; i < 10; i++) await killer.query(kill);
    const answers = await writing;
    await killer.end();
    const stored = await textsInOrder(rig, streamId);
    expect(new Set(stored).size).toBe(stored.length);
    expect((await logOf(rig, streamId)).map(({ seq }) => seq)).toEqual(oneTo(stored.length));
    const acknowledged = texts.filter((_, i) => answers[i]?.status === "fulfilled");
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
  });

  it("that stays away is told of as such", async () => {
    const gone = createPool(proxy.url.replace(/:\d+\//, ":1/"));
    await expect(rig.node({ pool: gone })(post(await rig.stream(), "x"))).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    await gone.end();
  });
});

describe("[LOG2] durability", () => {
  it("is demanded of the database before anything is served", async () => {
    const careless = createPool(`${rig.url}?options=-c%20synchronous_commit%3Doff`, 1);
    await expect(assertDurable(careless)).rejects.toThrow(/synchronous_commit is off/);
    await careless.end();
    const careful = createPool(`${rig.url}?options=-c%20synchronous_commit%3Don`, 1);
    await expect(assertDurable(careful)).resolves.toBeUndefined();
    await careful.end();
  });
});

describe("[LOG6] a database that has no room left", () => {
  const FILL = `CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_up BEFORE INSERT ON log_entry EXECUTE FUNCTION full_up()`;
  const FREE = "DROP TRIGGER full_up ON log_entry; DROP FUNCTION full_up()";

  it("is told of as away, and what was sent meanwhile is done once when there is room again", async () => {
    const streamId = await rig.stream();
    const [commit, texts] = [rig.node(), oneTo(5)];
    const writes = texts.map((text) => post(streamId, text));
    await rig.pool.query(FILL);
    const refused = await Promise.allSettled(writes.map((one) => commit(one)));
    await rig.pool.query(FREE);
    expect(refused.map((one) => (one.status === "rejected" ? (one.reason as object) : one))).toEqual(
      texts.map(() => expect.objectContaining({ code: "UNAVAILABLE" }) as object),
    );
    expect(await logOf(rig, streamId)).toEqual([]);
    for (const again of [...writes, ...writes]) await commit(again);
    expect(await textsInOrder(rig, streamId)).toEqual(texts);
  });
});
