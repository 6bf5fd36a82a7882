import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPool } from "../database/pool.js";
import { newId } from "../kernel/ids.js";
import { Note } from "./testing/notes.js";
import { createRig, logOf, noteIn, oneTo, post, textsInOrder, write, type Rig } from "./testing/rig.js";
import type { Write } from "./batch.js";
import { done } from "./vocabulary.js";

let rig: Rig;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());

const touchAll = (
  streams: readonly string[],
  rest: Partial<Write<number, never>> = {},
): Write<number, never> =>
  write(
    streams[0] as string,
    async (tx) => {
      for (const id of tx.streams) tx.touch(id, ["everything", id]);
      return done(tx.streams.length);
    },
    { streams, ...rest },
  );

const sequences = async (streamId: string): Promise<string[]> =>
  (await logOf(rig, streamId)).map(({ seq }) => seq);

describe("a command on several streams", () => {
  it("has a place in each of them, and answers that in the first", async () => {
    const [one, other] = [await rig.stream(), await rig.stream()];
    const commit = rig.node();
    await commit(post(other, "before"));
    const answer = await commit(touchAll([other, one]));
    expect(answer.position.seq).toBe(2);
    expect([await sequences(one), await sequences(other)]).toEqual([["1"], ["1", "2"]]);
  });

  it("can take a whole scope, and nothing beside it", async () => {
    const home = await rig.stream();
    const boards = [await rig.stream(home), await rig.stream(home)];
    const beside = await rig.stream();
    const answer = await rig.node()(touchAll([home], { wholeScope: true }));
    expect(answer.outcome).toEqual({ done: true, value: 3 });
    expect(await Promise.all([home, ...boards, beside].map(sequences))).toEqual([["1"], ["1"], ["1"], []]);
  });

  it("moves all that it holds, so that whoever read there before notices", async () => {
    const home = await rig.stream();
    const board = await rig.stream(home);
    const [here, there] = [rig.node(), rig.node()];
    await here(post(board, "first"));
    const close = { ...post(home, "closed"), wholeScope: true };
    const late = write(board, async (tx) => {
      const isClosed = (await tx.find(Note, { streamId: home, text: "closed" })).length > 0;
      if (!isClosed) await there(close);
      return done(isClosed);
    });
    expect((await here(late)).outcome).toEqual({ done: true, value: true });
    expect((await logOf(rig, board)).map(({ refs }) => refs.length)).toEqual([1, 0]);
  });

  it("can open a stream and write to it at once", async () => {
    const home = await rig.stream();
    const opened = newId();
    const note = noteIn(opened, "first");
    const open = write(
      home,
      async (tx) => (tx.openStream(opened, home), tx.insert(Note, note), done(opened)),
    );
    await rig.node()(open);
    await rig.node()(post(opened, "second"));
    expect(await textsInOrder(rig, opened)).toEqual(["first", "second"]);
    expect((await rig.node()(touchAll([home], { wholeScope: true }))).outcome).toEqual({
      done: true,
      value: 2,
    });
  });

  it("can open a stream only in a scope whose lock is held", async () => {
    const [home, other] = [await rig.stream(), await rig.stream()];
    const open = write(home, async (tx) => (tx.openStream(newId(), other), done(null)));
    await expect(rig.node()(open)).rejects.toThrow(/lock is not held/);
  });

  it("that takes a whole scope misses no stream that is opened while it waits", async () => {
    const home = await rig.stream();
    const holder = await rig.pool.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM stream WHERE id = $1 FOR UPDATE", [home]);
    const all = rig.node()(touchAll([home], { wholeScope: true }));
    await untilSomebodyWaits();
    const opened = newId();
    await holder.query("INSERT INTO stream (id, scope_id, epoch, head, floor) VALUES ($1, $2, 1, 0, 0)", [
      opened,
      home,
    ]);
    await holder.query("COMMIT");
    holder.release();
    expect((await all).outcome).toEqual({ done: true, value: 2 });
    expect(await sequences(opened)).toEqual(["1"]);
  });
});

/** Until a backend of this database waits for a lock. */
const untilSomebodyWaits = async (): Promise<void> => {
  const sql =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while ((await rig.rows(sql)).length === 0) await new Promise(setImmediate);
};

describe("[LOG5] two nodes", () => {
  it("on one stream leave no gap and lose nothing", async () => {
    const streamId = await rig.stream();
    const nodes = [rig.node({ largestBatch: 7 }), rig.node({ largestBatch: 3 })];
    const own = createPool(rig.url, 4);
    nodes.push(rig.node({ pool: own }));
    const texts = oneTo(300);
    const answers = await Promise.all(texts.map((text, i) => nodes[i % 3]?.(post(streamId, text))));
    await own.end();
    expect(
      answers
        .map((a) => a?.position.seq)
        .sort((a = 0, b = 0) => a - b)
        .map(String),
    ).toEqual(texts);
    expect(await sequences(streamId)).toEqual(texts);
    expect(new Set(await textsInOrder(rig, streamId))).toEqual(new Set(texts));
  });

  it("never wait for each other in a circle: who waits for one stream holds none with a later id", async () => {
    const [early, late] = [await rig.stream(), await rig.stream()].sort() as [string, string];
    const holder = await rig.pool.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM stream WHERE id = $1 FOR UPDATE", [early]);
    const waiting = rig.node()(touchAll([late, early]));
    await untilSomebodyWaits();
    const { rowCount } = await holder.query("SELECT 1 FROM stream WHERE id = $1 FOR UPDATE NOWAIT", [late]);
    await holder.query("COMMIT");
    holder.release();
    expect([rowCount, (await waiting).position.seq]).toEqual([1, 1]);
  });

  it("get through any mixture of commands, each with its number", async () => {
    const home = await rig.stream();
    const streams = [home, await rig.stream(home), await rig.stream(home), await rig.stream(home)];
    const [here, there] = [rig.node(), rig.node()];
    const commands = oneTo(120).map((_, i) => {
      const turned = [...streams.slice(i % 4), ...streams.slice(0, i % 4)].slice(0, 1 + (i % 3));
      return i % 5 === 0 ? touchAll([home], { wholeScope: true }) : touchAll(turned);
    });
    const answers = await Promise.all(commands.map((command, i) => (i % 2 ? here : there)(command)));
    for (const id of streams) {
      const all = await sequences(id);
      expect(all).toEqual(oneTo(all.length));
      const answered = answers
        .filter((_, i) => commands[i]?.streams[0] === id)
        .map(({ position }) => position.seq);
      expect(new Set(answered).size).toBe(answered.length);
    }
    expect((await sequences(home)).length).toBeGreaterThan(24);
  });
});
