import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, expect, describe, it } from "vitest";
import { createMemoryBus } from "../bus/memory.js";
import { createPool } from "../database/pool.js";
import { newId } from "../kernel/ids.js";
import type { Commit } from "./commit.js";
import { createFeed, type Feed } from "./feed.js";
import { kindOf } from "./presenter.js";
import { Note } from "./testing/notes.js";
import { open, snapshot, viewer, type Screen } from "./testing/readers.js";
import { createRig, noteIn, post, write, type Rig } from "./testing/rig.js";
import { countStatements } from "./testing/statements.js";
import { done, refused } from "./vocabulary.js";

const NEVER = 3_600_000;
const noteKind = kindOf<Note>("note");

let rig: Rig;
let pool: Pool;
const feeds: Feed[] = [];
beforeAll(async () => {
  rig = await createRig();
  pool = createPool(rig.url, 4);
});
afterEach(() => feeds.splice(0).forEach((feed) => feed.close()));
afterAll(async () => {
  await pool.end();
  await rig.close();
});

/** A node whose reading is counted, and with it whoever looks at a stream there. */
const looking = async (streamId: string) => {
  const bus = createMemoryBus();
  const feed = createFeed({ pool, bus, pollEvery: NEVER });
  feeds.push(feed);
  const commit = rig.node({ onMoved: feed.moved });
  const hint = (head: number): void => bus.publish({ streamId, epoch: 1, head });
  const screen = await open(feed, streamId, viewer(), await snapshot(rig, streamId, viewer()));
  return { commit, screen, feed, hint };
};

const put = (note: Note) =>
  write(note.streamId, async (tx) => {
    if (await tx.get(Note, note.id)) tx.update(Note, note);
    else tx.insert(Note, note);
    tx.show(note.streamId, noteKind, note.id, () => note);
    return done(null);
  });

const seesAllOf = async (screen: Screen, streamId: string, commit: Commit): Promise<void> => {
  const last = noteIn(streamId, "last");
  await commit(put(last));
  await screen.until(last.id);
  expect(screen.notes).toEqual((await snapshot(rig, streamId, viewer())).notes);
};

describe("[FEED10] what a command has shown", () => {
  it("is told to readers of its node without a question, its own hint included", async () => {
    const streamId = await rig.stream();
    const { commit, screen, hint } = await looking(streamId);
    const note = noteIn(streamId, "one");
    const asked = await countStatements(pool)(async () => {
      for (const text of ["one", "two", "three"]) {
        const heard = screen.step();
        const { position } = await commit(put({ ...note, text }));
        hint(position.seq);
        expect(await heard).toBe("frame");
        expect(screen.notes.get(note.id)?.text).toBe(text);
      }
    });
    expect(asked).toEqual([]);
    await seesAllOf(screen, streamId, commit);
  });

  it("is shown as the last command left it, where several come at once", async () => {
    const streamId = await rig.stream();
    const { commit, screen } = await looking(streamId);
    const notes = Array.from({ length: 20 }, (_, i) => noteIn(streamId, `note ${i}`));
    await Promise.all(notes.map((note) => commit(put(note))));
    await Promise.all(notes.map((note) => commit(put({ ...note, text: `${note.text} again` }))));
    await seesAllOf(screen, streamId, commit);
  });

  it("is not believed where the thing is touched after it, in the same command or by one behind it", async () => {
    const streamId = await rig.stream();
    const { commit, screen } = await looking(streamId);
    const note = noteIn(streamId, "wrong");
    await commit(
      write(streamId, async (tx) => {
        tx.insert(Note, note);
        tx.show(streamId, noteKind, note.id, () => note);
        tx.update(Note, { ...note, text: "right" });
        return done(null);
      }),
    );
    await seesAllOf(screen, streamId, commit);
    const later = write(
      streamId,
      async (tx) => (tx.update(Note, { ...note, text: "more right" }), done(null)),
    );
    await Promise.all([commit(put({ ...note, text: "wrong again" })), commit(later)]);
    await seesAllOf(screen, streamId, commit);
  });

  it("does not hide what another node wrote in between, or what was shown by nobody", async () => {
    const streamId = await rig.stream();
    const { commit, screen } = await looking(streamId);
    const elsewhere = rig.node();
    for (let i = 0; i < 10; i++) {
      const theirs = elsewhere(post(streamId, `theirs ${i}`));
      await Promise.all([
        commit(put(noteIn(streamId, `ours ${i}`))),
        theirs,
        commit(post(streamId, `plain ${i}`)),
      ]);
    }
    await seesAllOf(screen, streamId, commit);
    expect(screen.notes.size).toBe(31);
  });

  it("is nothing where the command refuses", async () => {
    const streamId = await rig.stream();
    const { commit, screen } = await looking(streamId);
    const note = noteIn(streamId, "never");
    await commit(
      write<null, string>(streamId, async (tx) => {
        tx.insert(Note, note);
        tx.show(streamId, noteKind, note.id, () => note);
        return refused("no");
      }),
    );
    await seesAllOf(screen, streamId, commit);
    expect(screen.notes.has(note.id)).toBe(false);
  });

  it("may only be of a stream that is held", async () => {
    const [streamId, other] = [await rig.stream(), await rig.stream()];
    const showing = rig.node()(
      write(streamId, async (tx) => {
        tx.show(other, noteKind, newId(), () => noteIn(other, "x"));
        return done(null);
      }),
    );
    await expect(showing).rejects.toThrow("not held");
  });
});
