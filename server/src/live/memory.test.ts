import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPool } from "../database/pool.js";
import { newId } from "../kernel/ids.js";
import type { Commit } from "./commit.js";
import { beginNewHistory } from "./new-history.js";
import { Guest, Note } from "./testing/notes.js";
import { countStatements } from "./testing/statements.js";
import { createRig, noteIn, person, post, write, type Rig } from "./testing/rig.js";
import { done, refused } from "./vocabulary.js";

let rig: Rig;
let pool: Pool;
let streamId: string;
beforeAll(async () => {
  rig = await createRig();
  pool = createPool(rig.url, 2);
});
afterAll(async () => {
  await pool.end();
  await rig.close();
});
beforeEach(async () => void (streamId = await rig.stream()));

/** A node whose statements are counted. */
const watched = () => {
  const count = countStatements(pool);
  return { node: rig.node({ pool }), count };
};

const guestIn = (stream: string): Guest => ({
  id: newId(),
  streamId: stream,
  personId: person,
  removed: false,
});

const letIn = async (node: Commit, stream: string): Promise<Guest> => {
  const guest = guestIn(stream);
  await node(write(stream, async (tx) => (tx.insert(Guest, guest), done(null))));
  return guest;
};

const remove = (node: Commit, { streamId: stream, ...guest }: Guest, also: readonly string[] = []) =>
  node(
    write(
      stream,
      async (tx) => {
        tx.update(Guest, { ...guest, streamId: stream, removed: true });
        return done(null);
      },
      { streams: [stream, ...also] },
    ),
  );

/** A note by a guest of `home`, who must not have been removed: the rule that everything here is about. */
const postAs = (guest: Guest, text: string, home = guest.streamId) =>
  write<string, string>(home, async (tx) => {
    const found = await tx.find(Guest, { streamId: guest.streamId, personId: guest.personId });
    if (!found.some(({ id, removed }) => id === guest.id && !removed)) return refused("removed");
    tx.insert(Note, noteIn(home, text));
    return done(text);
  });

const stands = async (answer: Promise<{ outcome: { done: boolean } }>): Promise<boolean> =>
  (await answer).outcome.done;

describe("[LOG9] what a node remembers of a stream", () => {
  it("is not asked for again while the stream stands, or only this node moves it", async () => {
    const { node, count } = watched();
    const guest = await letIn(node, streamId);
    await node(postAs(guest, "one"));
    const statements = await count(async () => {
      for (const text of ["two", "three", "four"]) await node(postAs(guest, text));
    });
    expect(statements).toHaveLength(3);
  });

  it("knows what this node has written itself", async () => {
    const { node, count } = watched();
    const guest = await letIn(node, streamId);
    const other: Guest = { ...guestIn(streamId), personId: guest.personId };
    expect(await stands(node(postAs(other, "not there yet")))).toBe(false);
    await node(write(streamId, async (tx) => (tx.insert(Guest, other), done(null))));
    const statements = await count(async () => {
      expect(await stands(node(postAs(other, "one")))).toBe(true);
      await remove(node, other);
      expect(await stands(node(postAs(other, "two")))).toBe(false);
      expect(await stands(node(postAs(guest, "three")))).toBe(true);
    });
    expect(statements).toHaveLength(4);
  });

  it("is not believed after another node moved the stream", async () => {
    const [here, there] = [rig.node(), rig.node()];
    const guest = await letIn(here, streamId);
    expect(await stands(here(postAs(guest, "one")))).toBe(true);
    await remove(there, guest);
    expect(await stands(here(postAs(guest, "two")))).toBe(false);
  });

  it("is not believed in another history", async () => {
    const node = rig.node();
    const guest = await letIn(node, streamId);
    await node(postAs(guest, "one"));
    await rig.rows("DELETE FROM guest WHERE id = $1", [guest.id]);
    await beginNewHistory(rig.pool);
    expect(await stands(node(postAs(guest, "two")))).toBe(false);
  });

  it("leaves out what was refused or rolled back", async () => {
    const node = rig.node();
    const guest = await letIn(node, streamId);
    const other: Guest = { ...guestIn(streamId), personId: newId() };
    expect(await stands(node(postAs(other, "no")))).toBe(false);
    await node(write(streamId, async (tx) => (tx.insert(Guest, other), refused("no"))));
    const taken = node(
      write(streamId, async (tx) => {
        tx.insert(Guest, other);
        tx.insert(Guest, { ...guest });
        return done(null);
      }),
    );
    await expect(taken).rejects.toThrow(/already there|duplicate key/);
    expect(await stands(node(postAs(other, "no")))).toBe(false);
  });
});

describe("[LOG9] what a node remembers of a stream near by", () => {
  it("costs no question: the write itself holds only if it still stands there", async () => {
    const { node, count } = watched();
    const guest = await letIn(node, await rig.stream());
    for (const text of ["one", "two"]) await node(postAs(guest, text, streamId));
    const statements = await count(async () => {
      for (const text of ["three", "four"]) await node(postAs(guest, text, streamId));
    });
    expect(statements).toHaveLength(2);
  });

  it("is asked for where it has moved, and the command is carried out again", async () => {
    const { node, count } = watched();
    const guest = await letIn(node, await rig.stream());
    for (const text of ["one", "two"]) await node(postAs(guest, text, streamId));
    await letIn(rig.node(), guest.streamId);
    const statements = await count(async () => {
      expect(await stands(node(postAs(guest, "three", streamId)))).toBe(true);
    });
    expect(statements).toEqual([
      expect.stringContaining("WITH gate"),
      expect.stringContaining("FROM stream"),
      expect.stringContaining('"guest" t'),
      expect.stringContaining("WITH gate"),
    ]);
  });

  it("is not believed after it moved, by this node or by another", async () => {
    const [here, there] = [rig.node(), rig.node()];
    for (const remover of [here, there]) {
      const guest = await letIn(here, await rig.stream());
      for (const text of ["one", "two"]) expect(await stands(here(postAs(guest, text, streamId)))).toBe(true);
      await remove(remover, guest);
      expect(await stands(here(postAs(guest, "three", streamId)))).toBe(false);
    }
  });
});

describe("[LOG9] removals from one node and posts from another", () => {
  it("leave nothing that was posted after the removal", async () => {
    const [here, there] = [rig.node(), rig.node()];
    const home = await rig.stream();
    const guest = await letIn(here, home);
    for (const text of ["warm", "warmer"]) await here(postAs(guest, text, streamId));
    const posting = Array.from({ length: 40 }, (_, i) => here(postAs(guest, `note ${i}`, streamId)));
    const removal = remove(there, guest, [streamId]);
    const later = Array.from({ length: 40 }, (_, i) => here(postAs(guest, `late ${i}`, streamId)));
    await Promise.all([...posting, removal, ...later]);
    const after = await rig.rows<{ late: number }>(
      `SELECT count(*)::int AS late FROM log_entry WHERE stream_id = $1 AND command = 'note.test' AND refs <> '[]'
       AND seq > (SELECT max(seq) FROM log_entry WHERE stream_id = $1 AND refs = '[]')`,
      [streamId],
    );
    expect(after).toEqual([{ late: 0 }]);
    expect(await stands(here(postAs(guest, "never", streamId)))).toBe(false);
  });
});

describe("[LOG10] commands of one batch", () => {
  it("ask their questions together, however many they are", async () => {
    const { node, count } = watched();
    const guests: Guest[] = [];
    for (let i = 0; i < 20; i++) guests.push({ ...guestIn(streamId), personId: newId() });
    await node(
      write(streamId, async (tx) => {
        for (const guest of guests) tx.insert(Guest, guest);
        return done(null);
      }),
    );
    const statements = await count(async () => {
      const busy = node(post(streamId, "busy"));
      const all = guests.map((guest, i) => stands(node(postAs(guest, `note ${i}`))));
      expect(await Promise.all(all)).toEqual(guests.map(() => true));
      await busy;
    });
    expect(statements).toHaveLength(3);
  });
});
