import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Commit } from "./commit.js";
import { Note } from "./testing/notes.js";
import { createRig, logOf, noteIn, oneTo, post, textsInOrder, write, type Rig } from "./testing/rig.js";
import { countStatements } from "./testing/statements.js";
import { done } from "./vocabulary.js";

let rig: Rig;
let streamId: string;
let commit: Commit;
let missed: number;
beforeAll(async () => void (rig = await createRig()));
afterAll(() => rig.close());
beforeEach(async () => {
  streamId = await rig.stream();
  missed = 0;
  commit = rig.node({ watch: { missed: () => (missed += 1) } });
  await commit(post(streamId, "first"));
});

const WAITS =
  "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/** Sends a batch that waits in the database for somebody who holds the stream, until that one ends as `end` says. */
const sendHeldUp = async <Answer>(send: () => Promise<Answer>) => {
  const holder = await rig.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT 1 FROM stream WHERE id = $1 FOR UPDATE", [streamId]);
  const answer = send();
  while ((await rig.rows(WAITS)).length === 0) await new Promise(setImmediate);
  const end = async (how: string): Promise<void> => {
    await holder.query(how);
    holder.release();
  };
  const elsewhere = async (): Promise<void> => {
    await holder.query("UPDATE stream SET head = head + 1 WHERE id = $1", [streamId]);
    await holder.query(
      "INSERT INTO log_entry (stream_id, seq, command, refs) VALUES ($1, 2, 'other', '[]')",
      [streamId],
    );
    await end("COMMIT");
  };
  return { answer, letGo: () => end("ROLLBACK"), elsewhere };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A command that changes a note, and says which text it found there. */
const change = (note: Note, text: string, found: string[]) =>
  write(streamId, async (tx) => {
    const current = await tx.get(Note, note.id);
    found.push(current?.text ?? "nothing");
    tx.update(Note, { ...note, text });
    return done(text);
  });

describe("[LOG8] commands behind a batch that is being written", () => {
  it("are carried out on what it leaves, before it stands, and are written after it", async () => {
    const [note, found] = [noteIn(streamId, "sent"), [] as string[]];
    const { answer, letGo } = await sendHeldUp(() =>
      commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null)))),
    );
    const behind = [commit(change(note, "changed", found)), commit(change(note, "changed again", found))];
    await turn();
    expect(found).toEqual(["sent", "changed"]);
    expect(await logOf(rig, streamId)).toHaveLength(1);
    await letGo();
    const answers = [await answer, ...(await Promise.all(behind))];
    expect(answers.map(({ position }) => position.seq)).toEqual([2, 3, 4]);
    expect(await textsInOrder(rig, streamId)).toEqual(["first", ...Array<string>(3).fill("changed again")]);
    expect(found).toHaveLength(2);
    expect(missed).toBe(0);
  });

  it("are carried out anew where it does not stand", async () => {
    const [note, found] = [noteIn(streamId, "sent"), [] as string[]];
    const { answer, elsewhere } = await sendHeldUp(() =>
      commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null)))),
    );
    const behind = commit(change(note, "changed", found));
    await turn();
    await elsewhere();
    expect([(await answer).position.seq, (await behind).position.seq]).toEqual([3, 4]);
    expect(found).toEqual(["sent", "sent"]);
    expect((await logOf(rig, streamId)).map(({ seq }) => seq)).toEqual(oneTo(4));
    expect(await rig.rows("SELECT text FROM note WHERE id = $1", [note.id])).toEqual([{ text: "changed" }]);
    expect(missed).toBe(1);
  });

  it("ask the database only when it stands, and together", async () => {
    const counting = countStatements(rig.pool);
    const notes = [noteIn(streamId, "one"), noteIn(streamId, "two")] as const;
    for (const note of notes)
      await commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null))));
    const { answer, letGo } = await sendHeldUp(() => commit(post(streamId, "sent")));
    const [found, behind] = [[] as string[], [] as Promise<unknown>[]];
    const statements = await counting(async () => {
      for (const note of notes) {
        behind.push(commit(change(note, "changed", found)));
        await turn();
      }
      expect(found).toEqual([]);
      await letGo();
      await Promise.all([answer, ...behind]);
    });
    expect([...new Set(found)]).toEqual(["one", "two"]);
    expect(statements.filter((text) => text.includes('FROM "note"'))).toHaveLength(1);
    expect(missed).toBe(0);
  });

  it("are as many as share a transaction at the most", async () => {
    const sizes: number[] = [];
    commit = rig.node({ largestBatch: 3, watch: { batch: (size) => sizes.push(size) } });
    await commit(post(streamId, "second"));
    const { answer, letGo } = await sendHeldUp(() => commit(post(streamId, "third")));
    const behind = oneTo(7).map((text) => commit(post(streamId, text)));
    await letGo();
    await Promise.all([answer, ...behind]);
    expect(sizes).toEqual([1, 1, 3, 3, 1]);
    expect(await textsInOrder(rig, streamId)).toEqual(["first", "second", "third", ...oneTo(7)]);
  });
});
