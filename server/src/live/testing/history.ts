import { newId } from "../../kernel/ids.js";
import type { Commit } from "../commit.js";
import type { Tx } from "../tx.js";
import { done, refused } from "../vocabulary.js";
import { Note } from "./notes.js";
import { noteIn, write } from "./rig.js";

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

type Deed = (tx: Tx, note: Readonly<Note>) => void;

const deeds: readonly Deed[] = [
  (tx, note) => tx.update(Note, { ...note, text: `${note.text}!` }),
  (tx, note) => tx.update(Note, { ...note, silent: !note.silent }),
  (tx, note) => tx.remove(Note, note),
];

/** One random command: new notes, open or silent; edits; silencing and opening; removals; and now and then a refusal. */
export const randomCommand = (
  commit: Commit,
  streamId: string,
  owners: readonly string[],
  random: () => number,
): Promise<unknown> => {
  const fresh = noteIn(streamId, String(Math.floor(random() * 1_000)), {
    id: newId(),
    ownerId: pick(random, owners),
    silent: random() < 0.4,
  });
  const [makesNew, isRefused, choice, deed] = [random() < 0.4, random() < 0.1, random(), pick(random, deeds)];
  return commit(
    write(streamId, async (tx) => {
      const notes = (await tx.find(Note, { streamId })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const chosen = notes[Math.floor(choice * notes.length)];
      if (makesNew || !chosen) tx.insert(Note, fresh);
      else deed(tx, chosen);
      return isRefused ? refused("not today") : done(null);
    }),
  );
};
