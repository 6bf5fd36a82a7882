import { randomUUID } from "node:crypto";
import { createPool } from "@ordskifte/server/database/pool";
import { newId } from "@ordskifte/server/kernel/ids";
import { createCommit } from "@ordskifte/server/live/commit";
import { liveShape, liveTables } from "@ordskifte/server/live/live-table";
import { LogEntry } from "@ordskifte/server/live/log-entry.entity";
import { Receipt } from "@ordskifte/server/live/receipt.entity";
import { Stream } from "@ordskifte/server/live/stream.entity";
import { done } from "@ordskifte/server/live/vocabulary";
import { Column, Entity, PrimaryColumn, type DataSource } from "typeorm";

/** About as big as a card. */
const TEXT = "Elevane sorterer tre svar etter kvalitet og lagar kjenneteikna sjølve. ".repeat(5);

@Entity("bench_note")
export class BenchNote {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid")
  streamId!: string;

  @Column("text")
  text!: string;
}

export const TABLE =
  "CREATE TABLE bench_note (id uuid PRIMARY KEY, stream_id uuid NOT NULL, text text NOT NULL)";

/**
 * A way to write one note durably: the note, the stream's next number, the log entry that carries it, and the receipt
 * that makes a repeat harmless. Every contender leaves the same rows.
 */
export interface Writer {
  readonly name: string;
  write(streamId: string): Promise<unknown>;
  close(): Promise<void>;
}

const personId = newId();
const note = (streamId: string): BenchNote => ({ id: newId(), streamId, text: TEXT });
const fingerprint = randomUUID();

/** The usual way: entities in a transaction of the ORM. */
export const typeormTransaction = (source: DataSource): Writer => ({
  name: "TypeORM transaction",
  write: (streamId) =>
    source.transaction(async (manager) => {
      const stream = await manager.findOneOrFail(Stream, {
        where: { id: streamId },
        lock: { mode: "pessimistic_write" },
      });
      const head = String(Number(stream.head) + 1);
      const row = note(streamId);
      await manager.insert(BenchNote, row);
      await manager.insert(LogEntry, { streamId, seq: head, command: "note.post", refs: [["note", row.id]] });
      await manager.insert(Receipt, {
        personId,
        id: newId(),
        fingerprint,
        streamId,
        epoch: 1,
        seq: head,
        outcome: { done: true },
      });
      await manager.update(Stream, { id: streamId }, { head });
    }),
  close: () => source.destroy(),
});

const LEAN = `WITH moved AS (UPDATE stream SET head = head + 1 WHERE id = $1 RETURNING epoch, head),
  written AS (INSERT INTO bench_note (id, stream_id, text) VALUES ($2, $1, $3)),
  logged AS (INSERT INTO log_entry (stream_id, seq, command, refs) SELECT $1, head, 'note.post', $4 FROM moved),
  answered AS (INSERT INTO receipt (person_id, id, fingerprint, stream_id, epoch, seq, outcome)
    SELECT $5, $6, $7, $1, epoch, head, $8 FROM moved)
  SELECT epoch, head FROM moved`;

/** The leanest single write: one prepared statement by hand, for this one table. */
export const leanStatement = (url: string): Writer => {
  const pool = createPool(url);
  return {
    name: "one lean statement",
    write: (streamId) => {
      const { id, text } = note(streamId);
      const refs = JSON.stringify([["note", id]]);
      const outcome = JSON.stringify({ done: true, value: id });
      return pool.query({
        name: "lean",
        text: LEAN,
        values: [streamId, id, text, refs, personId, newId(), fingerprint, outcome],
      });
    },
    close: () => pool.end(),
  };
};

const shape = liveShape<BenchNote>({
  entity: BenchNote,
  stream: ({ streamId }) => streamId,
  refs: ({ id }) => [["note", id]],
});

/** The live engine's door, as every module uses it. */
export const engine = (url: string, source: DataSource): Writer => {
  const pool = createPool(url);
  const commit = createCommit({ pool, tables: liveTables(source, [shape]), onMoved: () => undefined });
  return {
    name: "live engine",
    write: (streamId) => {
      const row = note(streamId);
      return commit({
        streams: [streamId],
        command: "note.post",
        receipt: { personId, id: newId() },
        input: { text: row.text },
        work: async (tx) => (tx.insert(BenchNote, row), done(row.id)),
      });
    },
    close: () => pool.end(),
  };
};
