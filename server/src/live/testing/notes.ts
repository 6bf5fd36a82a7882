import { Column, Entity, PrimaryColumn } from "typeorm";
import { liveShape } from "../live-table.js";
import { presentersOf, type Presenter, type Presenters, type Viewer } from "../presenter.js";

/** A toy: the engine knows no cards, so its tests bring a shape of their own. */
@Entity("note")
export class Note {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid")
  streamId!: string;

  @Column("uuid")
  ownerId!: string;

  @Column("text")
  text!: string;

  /** Nobody's but the owner's. */
  @Column("boolean")
  silent!: boolean;

  /** No two notes may have the same. */
  @Column("text", { nullable: true })
  label!: string | null;
}

/** Somebody who is in a stream, or was. */
@Entity("guest")
export class Guest {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid")
  streamId!: string;

  @Column("uuid")
  personId!: string;

  @Column("boolean")
  removed!: boolean;
}

export const TABLES = `
  CREATE TABLE note (id uuid PRIMARY KEY, stream_id uuid NOT NULL, owner_id uuid NOT NULL, text text NOT NULL,
    silent boolean NOT NULL, label text UNIQUE DEFERRABLE INITIALLY IMMEDIATE);
  CREATE INDEX note_stream ON note (stream_id);
  CREATE TABLE guest (id uuid PRIMARY KEY, stream_id uuid NOT NULL, person_id uuid NOT NULL, removed boolean NOT NULL)`;

export const noteShape = liveShape<Note>({
  entity: Note,
  stream: (note) => note.streamId,
  refs: (note) => [["note", note.id]],
});

export const guestShape = liveShape<Guest>({
  entity: Guest,
  stream: (guest) => guest.streamId,
  refs: (guest) => [["guest", guest.id]],
});

/** What a viewer sees of a note. */
export interface SeenNote {
  readonly id: string;
  readonly text: string;
  readonly isMine: boolean;
}

export type NoteChange =
  | { readonly type: "put"; readonly note: SeenNote }
  | { readonly type: "gone"; readonly id: string };

/** Null where the viewer may not see it: silent notes are the owner's alone. */
export const seen = (note: Note, viewer: Viewer): SeenNote | null => {
  const isMine = note.ownerId === viewer.personId;
  return note.silent && !isMine ? null : { id: note.id, text: note.text, isMine };
};

export const notePresenter: Presenter<Note, NoteChange> = {
  kind: "note",
  load: async (db, ids) => {
    const { rows } = await db.query<Note>(
      `SELECT id, stream_id AS "streamId", owner_id AS "ownerId", text, silent, label FROM note WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((note) => [note.id, note]));
  },
  ownersOf: (note) => [note.ownerId],
  present: (id, note, viewer) => {
    const shown = note && seen(note, viewer);
    return shown ? [{ type: "put", note: shown }] : [{ type: "gone", id }];
  },
};

const guestPresenter: Presenter<Guest, never> = {
  kind: "guest",
  load: async (db, ids) => {
    const { rows } = await db.query<Guest>(
      `SELECT id, stream_id AS "streamId", person_id AS "personId", removed FROM guest WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((guest) => [guest.id, guest]));
  },
  excludes: (guest) => (guest.removed ? guest.personId : null),
  present: () => [],
};

export const presenters: Presenters = presentersOf(notePresenter, guestPresenter);
