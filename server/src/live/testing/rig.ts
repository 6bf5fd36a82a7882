import type { Pool } from "pg";
import { createDataSource } from "../../database/data-source.js";
import { createPool } from "../../database/pool.js";
import { createTestDatabase } from "../../database/testing/test-database.js";
import { newId } from "../../kernel/ids.js";
import type { Write } from "../batch.js";
import { createCommit, type Commit, type CommitOptions } from "../commit.js";
import { liveTables, type LiveTables } from "../live-table.js";
import type { Tx } from "../tx.js";
import { done, type Outcome } from "../vocabulary.js";
import { Guest, guestShape, Note, noteShape, TABLES } from "./notes.js";

export interface Rig {
  readonly url: string;
  readonly pool: Pool;
  readonly tables: LiveTables;
  /** One node's engine; ask again for another node. */
  node(options?: Partial<CommitOptions>): Commit;
  /** A stream, alone in its scope or in that of another. */
  stream(scopeId?: string): Promise<string>;
  /** Whole rows, in the given order. */
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export const createRig = async (): Promise<Rig> => {
  const database = await createTestDatabase();
  const pool = createPool(database.url);
  await pool.query(TABLES);
  const source = await createDataSource(database.url, [Note, Guest], 1).initialize();
  const tables = liveTables(source, [noteShape, guestShape]);
  return {
    url: database.url,
    pool,
    tables,
    node: (options) => createCommit({ pool, tables, onMoved: () => undefined, ...options }),
    stream: async (scopeId) => {
      const id = newId();
      await pool.query("INSERT INTO stream (id, scope_id, epoch, head, floor) VALUES ($1, $2, 1, 0, 0)", [
        id,
        scopeId ?? id,
      ]);
      return id;
    },
    rows: async <Row extends object>(sql: string, values?: readonly unknown[]) =>
      (await pool.query<Row>(sql, values as unknown[])).rows,
    close: async () => {
      await source.destroy();
      await pool.end();
      await database.drop();
    },
  };
};

export const person = newId();

/** A command on one stream, with everything that a test does not care about filled in. */
export const write = <Value, Refusal = never>(
  streamId: string,
  work: (tx: Tx) => Promise<Outcome<Value, Refusal>>,
  rest: Partial<Write<Value, Refusal>> = {},
): Write<Value, Refusal> => ({
  streams: [streamId],
  command: "note.test",
  receipt: { personId: person, id: newId() },
  input: {},
  work,
  ...rest,
});

export const noteIn = (streamId: string, text: string, rest: Partial<Note> = {}): Note => ({
  id: newId(),
  streamId,
  ownerId: person,
  text,
  silent: false,
  label: null,
  ...rest,
});

/** The plainest command: one new note. Answers its text. */
export const post = (
  streamId: string,
  text: string,
  rest: Partial<Write<string, never>> = {},
): Write<string, never> => {
  const note = noteIn(streamId, text);
  return write(streamId, async (tx) => (tx.insert(Note, note), done(text)), { input: { text }, ...rest });
};

interface LogRow {
  seq: string;
  command: string;
  refs: [string, string][];
}

export const logOf = async (rig: Rig, streamId: string): Promise<LogRow[]> =>
  rig.rows<LogRow>("SELECT seq, command, refs FROM log_entry WHERE stream_id = $1 ORDER BY seq", [streamId]);

/** The texts of a stream's notes in the order in which the log first names them. */
export const textsInOrder = async (rig: Rig, streamId: string): Promise<string[]> => {
  const rows = await rig.rows<{ text: string }>(
    `SELECT n.text FROM log_entry e, jsonb_array_elements(e.refs) r JOIN note n ON n.id = (r ->> 1)::uuid
     WHERE e.stream_id = $1 ORDER BY e.seq`,
    [streamId],
  );
  return rows.map(({ text }) => text);
};

/** 1, 2, 3 … as text, the way bigint arrives. */
export const oneTo = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i + 1));
