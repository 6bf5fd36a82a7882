import { inSnapshot } from "../../database/pool.js";
import { newId } from "../../kernel/ids.js";
import type { Commit } from "../commit.js";
import type { Feed, FeedIterator } from "../feed.js";
import { readStream } from "../log.js";
import type { Viewer } from "../presenter.js";
import { done, formatCursor, type FeedEvent } from "../vocabulary.js";
import { Note, notePresenter, presenters, seen, type NoteChange, type SeenNote } from "./notes.js";
import { noteIn, write, type Rig } from "./rig.js";

export const viewer = (personId = newId(), mayLead = false): Viewer => ({
  personId,
  participantId: null,
  mayLead,
  parts: [],
});

/** What a screen shows, and where it goes on from. */
export interface Picture {
  readonly cursor: string;
  readonly notes: ReadonlyMap<string, SeenNote>;
}

/** A fresh picture of a stream, as this viewer may see it. */
export const snapshot = (rig: Rig, streamId: string, who: Viewer): Promise<Picture> =>
  inSnapshot(rig.pool, async (db) => {
    const stream = await readStream(db, streamId);
    const { rows } = await db.query<{ id: string }>("SELECT id FROM note WHERE stream_id = $1", [streamId]);
    const notes = await notePresenter.load(
      db,
      rows.map(({ id }) => id),
    );
    const shown = [...notes.values()].map((note: Note) => seen(note, who)).filter((note) => note !== null);
    return {
      cursor: formatCursor({ epoch: stream?.epoch ?? 0, seq: stream?.head ?? 0 }),
      notes: byId(shown),
    };
  });

const byId = (notes: readonly SeenNote[]): Map<string, SeenNote> =>
  new Map(notes.map((note) => [note.id, note]));

type Frame = Extract<FeedEvent<NoteChange>, { type: "frame" }>;

/** A screen: a picture that frames are applied to. Throws where a frame repeats a thing, or does not go forward. */
export class Screen {
  readonly notes: Map<string, SeenNote>;
  readonly frames: Frame[] = [];
  cursor: string;

  constructor(
    readonly iterator: FeedIterator,
    picture: Picture,
  ) {
    this.notes = new Map(picture.notes);
    this.cursor = picture.cursor;
  }

  /** Takes in the next frame; answers the reason of a reset, and "end" where nothing more comes. */
  async step(): Promise<string> {
    const { done: isEnd, value } = await this.iterator.next();
    if (isEnd) return "end";
    if (value.type === "reset") return value.reason;
    this.apply(value as Frame);
    return "frame";
  }

  /** Until a note has arrived: whatever happened before it has been shown by then. */
  async until(noteId: string): Promise<this> {
    while (!this.notes.has(noteId)) {
      const came = await this.step();
      if (came !== "frame") throw new Error(`${came} came instead`);
    }
    return this;
  }

  private apply(frame: Frame): void {
    if (numberOf(frame.cursor) <= numberOf(this.cursor))
      throw new Error(`from ${this.cursor} to ${frame.cursor}`);
    const ids = frame.changes.map((change) => (change.type === "put" ? change.note.id : change.id));
    if (new Set(ids).size < ids.length) throw new Error("a thing came twice in a frame");
    for (const change of frame.changes) {
      if (change.type === "put") this.notes.set(change.note.id, change.note);
      else this.notes.delete(change.id);
    }
    this.frames.push(frame);
    this.cursor = frame.cursor;
  }
}

const numberOf = (cursor: string): number => Number(cursor.split(".")[1]);

/** A screen that goes on from a picture. */
export const open = async (feed: Feed, streamId: string, who: Viewer, picture: Picture): Promise<Screen> => {
  const subscription = { streamId, cursor: picture.cursor, viewer: () => Promise.resolve(who), presenters };
  return new Screen(await feed.subscribe(subscription), picture);
};

/** A last note that everybody sees. Answers its id. */
export const fence = async (commit: Commit, streamId: string, id = newId()): Promise<string> => {
  const note = noteIn(streamId, "fence", { id });
  await commit(write(streamId, async (tx) => (tx.insert(Note, note), done(null))));
  return id;
};
