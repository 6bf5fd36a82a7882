import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.js";
import { Guest, Note } from "./testing/notes.js";
import { createRig, logOf, noteIn, post, write, type Rig } from "./testing/rig.js";
import type { Tx } from "./tx.js";
import { done, refused } from "./vocabulary.js";

let rig: Rig;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());

/** Runs these in one transaction, in order; answers what each came to. The first only keeps the stream busy meanwhile. */
const together = async (streamId: string, ...works: ((tx: Tx) => Promise<unknown>)[]): Promise<unknown[]> => {
  const sizes: number[] = [];
  const commit = rig.node({ watch: { batch: (size) => sizes.push(size) } });
  const busy = commit(post(streamId, "busy"));
  const commands = works.map((work) => write(streamId, async (tx) => done(await work(tx))));
  const answers = await Promise.all(commands.map((command) => commit<unknown, never>(command)));
  await busy;
  expect(sizes).toEqual([1, works.length]);
  return answers.map(({ outcome }) => outcome.done && outcome.value);
};

const stored = (streamId: string): Promise<object[]> =>
  rig.rows("SELECT text FROM note WHERE stream_id = $1 AND text <> 'busy' ORDER BY text", [streamId]);

describe("[LOG4] reads", () => {
  it("find their own among many that were changed before them, by what they are now", async () => {
    const streamId = await rig.stream();
    const notes = Array.from({ length: 40 }, (_, i) => noteIn(streamId, `old ${i % 4}`));
    const [moved, removed] = notes as [Note, Note];
    const named = async (tx: Tx, text: string): Promise<string[]> =>
      (await tx.find(Note, { streamId, text })).map(({ id }) => id).sort();
    const idsOf = (text: string, without: readonly Note[]): string[] =>
      notes.flatMap((note) => (note.text === text && !without.includes(note) ? [note.id] : [])).sort();
    const seen = await together(
      streamId,
      async (tx) => notes.slice(0, 20).forEach((note) => tx.insert(Note, note)),
      async (tx) => (await named(tx, "old 0")).length,
      async (tx) => notes.slice(20).forEach((note) => tx.insert(Note, note)),
      async (tx) => {
        tx.update(Note, { ...moved, text: "new" });
        tx.remove(Note, removed);
        return [await named(tx, "old 0"), await named(tx, "new")];
      },
      async (tx) => [await named(tx, "old 0"), await named(tx, "new"), await named(tx, "old 1")],
    );
    const [still, now] = [idsOf("old 0", [moved]), [moved.id]];
    expect(seen.slice(1)).toEqual([5, undefined, [still, now], [still, now, idsOf("old 1", [removed])]]);
  });

  it("see the command's own writes and those of the commands before it", async () => {
    const streamId = await rig.stream();
    const note = noteIn(streamId, "one");
    const mine = { streamId, ownerId: note.ownerId };
    const seen = await together(
      streamId,
      async (tx) => {
        tx.insert(Note, note);
        return [await tx.get(Note, note.id), (await tx.find(Note, mine)).length];
      },
      async (tx) => {
        const before = await tx.get(Note, note.id);
        tx.update(Note, { ...note, text: "two" });
        return [
          before?.text,
          (await tx.get(Note, note.id))?.text,
          (await tx.find(Note, { text: "one" })).length,
        ];
      },
      async (tx) => {
        const before = await tx.find(Note, { text: "two" });
        tx.remove(Note, { ...note, text: "two" });
        return [before.length, await tx.get(Note, note.id), (await tx.find(Note, mine)).length];
      },
      async (tx) => [await tx.get(Note, note.id), (await tx.getMany(Note, [note.id])).length],
    );
    expect(seen).toEqual([
      [note, 2],
      ["one", "two", 0],
      [1, null, 1],
      [null, 0],
    ]);
    expect(await stored(streamId)).toEqual([]);
  });

  it("do not see what a refused neighbour wanted", async () => {
    const streamId = await rig.stream();
    const note = noteIn(streamId, "refused");
    const commit = rig.node();
    const busy = commit(post(streamId, "busy"));
    const no = commit(write(streamId, async (tx) => (tx.insert(Note, note), refused("no"))));
    const look = commit(
      write(streamId, async (tx) =>
        done([await tx.get(Note, note.id), (await tx.find(Note, { streamId })).length]),
      ),
    );
    await Promise.all([busy, no]);
    expect((await look).outcome).toEqual({ done: true, value: [null, 1] });
  });

  it("see stored rows once changed as changed, and match null with null", async () => {
    const streamId = await rig.stream();
    const [plain, labelled] = [noteIn(streamId, "plain"), noteIn(streamId, "labelled", { label: newId() })];
    const commit = rig.node();
    await commit(
      write(streamId, async (tx) => (tx.insert(Note, plain), tx.insert(Note, labelled), done(null))),
    );
    const found = await commit(
      write(streamId, async (tx) => {
        const before = await tx.find(Note, { streamId, label: null });
        tx.update(Note, { ...labelled, label: null });
        return done([before.length, (await tx.find(Note, { streamId, label: null })).length]);
      }),
    );
    expect(found.outcome).toEqual({ done: true, value: [1, 2] });
  });
});

describe("writes", () => {
  it("come out as the last of them says, each row once", async () => {
    const streamId = await rig.stream();
    const [kept, dropped, back] = [
      noteIn(streamId, "kept"),
      noteIn(streamId, "dropped"),
      noteIn(streamId, "back"),
    ];
    await rig.node()(write(streamId, async (tx) => (tx.insert(Note, back), done(null))));
    await together(
      streamId,
      async (tx) => (tx.insert(Note, kept), tx.insert(Note, dropped), tx.remove(Note, back)),
      async (tx) => (
        tx.update(Note, { ...kept, text: "kept, edited" }),
        tx.remove(Note, dropped),
        tx.insert(Note, { ...back, text: "back again" })
      ),
    );
    expect(await stored(streamId)).toEqual([{ text: "back again" }, { text: "kept, edited" }]);
  });

  it("may give the place of a removed row to another", async () => {
    const streamId = await rig.stream();
    const label = newId();
    const first = noteIn(streamId, "first", { label });
    const commit = rig.node();
    await commit(write(streamId, async (tx) => (tx.insert(Note, first), done(null))));
    await commit(
      write(
        streamId,
        async (tx) => (
          tx.remove(Note, first),
          tx.insert(Note, noteIn(streamId, "second", { label })),
          done(null)
        ),
      ),
    );
    expect(await stored(streamId)).toEqual([{ text: "second" }]);
  });

  it("of several kinds go together", async () => {
    const streamId = await rig.stream();
    const guest: Guest = { id: newId(), streamId, personId: newId(), removed: false };
    await rig.node()(
      write(
        streamId,
        async (tx) => (tx.insert(Guest, guest), tx.insert(Note, noteIn(streamId, "hello")), done(null)),
      ),
    );
    expect(await rig.rows("SELECT person_id FROM guest WHERE stream_id = $1", [streamId])).toEqual([
      { person_id: guest.personId },
    ]);
    expect((await logOf(rig, streamId))[0]?.refs.map(([kind]) => kind)).toEqual(["guest", "note"]);
  });

  it("to a stream whose lock is not held throw, and leave nothing", async () => {
    const [streamId, other] = [await rig.stream(), await rig.stream()];
    const commit = rig.node();
    await expect(
      commit(write(streamId, async (tx) => (tx.insert(Note, noteIn(other, "sneaked in")), done(null)))),
    ).rejects.toThrow(/lock is not held/);
    await expect(
      commit(write(streamId, async (tx) => (tx.touch(other, ["note", newId()]), done(null)))),
    ).rejects.toThrow(/lock is not held/);
    expect(await logOf(rig, other)).toEqual([]);
    expect(await stored(other)).toEqual([]);
  });

  it("of an id that is taken are a conflict, also where it was only read", async () => {
    const streamId = await rig.stream();
    const note = noteIn(streamId, "taken");
    const commit = rig.node();
    await commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null))));
    const unread = commit(
      write(streamId, async (tx) => (tx.insert(Note, { ...note, text: "mine" }), done(null))),
    );
    await expect(unread).rejects.toMatchObject({ code: "CONFLICT" });
    const read = commit(
      write(streamId, async (tx) => (await tx.get(Note, note.id), tx.insert(Note, note), done(null))),
    );
    await expect(read).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await stored(streamId)).toEqual([{ text: "taken" }]);
  });
});
