import type { Connection } from "../database/pool.js";
import type { RowChange } from "./changes.js";
import type { LiveTable } from "./live-table.js";
import type { StoredReceipt, ReceiptKey } from "./receipts.js";
import type { Ref } from "./vocabulary.js";

export interface NewEntry {
  readonly streamId: string;
  readonly seq: number;
  readonly command: string;
  readonly refs: readonly Ref[];
}

/** Everything one transaction has to write. */
export interface Written {
  readonly rows: ReadonlyMap<LiveTable, ReadonlyMap<string, RowChange>>;
  readonly openedStreams: ReadonlyMap<string, string>;
  readonly entries: readonly NewEntry[];
  readonly heads: ReadonlyMap<string, number>;
  readonly receipts: readonly (ReceiptKey & StoredReceipt)[];
}

type Part = (values: unknown[]) => string;

const json = (values: unknown[], rows: readonly object[]): string =>
  `$${values.push(JSON.stringify(rows))}::json`;

const inserted =
  (table: LiveTable, changes: readonly RowChange[]): Part =>
  (values) =>
    `INSERT INTO "${table.name}" (${table.columns.map((c) => `"${c}"`).join(", ")})
     SELECT ${table.columns.map((c) => `r."${c}"`).join(", ")} FROM json_populate_recordset(null::"${table.name}",
     ${json(
       values,
       changes.map((c) => table.toRow(c.row)),
     )}) r`;

const updated =
  (table: LiveTable, changes: readonly RowChange[]): Part =>
  (values) =>
    `UPDATE "${table.name}" t SET ${table.columns
      .filter((c) => c !== "id")
      .map((c) => `"${c}" = r."${c}"`)
      .join(", ")}
     FROM json_populate_recordset(null::"${table.name}", ${json(
       values,
       changes.map((c) => table.toRow(c.row)),
     )}) r
     WHERE t.id = r.id`;

const streamsOpened =
  (written: Written): Part =>
  (values) =>
    `INSERT INTO stream (id, scope_id, epoch, head, floor) SELECT r.id, r.scope_id, 1, r.head, 0
     FROM json_to_recordset(${json(
       values,
       [...written.openedStreams].map(([id, scope_id]) => ({
         id,
         scope_id,
         head: written.heads.get(id) ?? 0,
       })),
     )})
     AS r(id uuid, scope_id uuid, head bigint)`;

const entriesWritten =
  (entries: readonly NewEntry[]): Part =>
  (values) =>
    `INSERT INTO log_entry (stream_id, seq, command, refs) SELECT r.stream_id, r.seq, r.command, r.refs
     FROM json_to_recordset(${json(
       values,
       entries.map((e) => ({ stream_id: e.streamId, seq: e.seq, command: e.command, refs: e.refs })),
     )})
     AS r(stream_id uuid, seq bigint, command text, refs jsonb)`;

const receiptsWritten =
  (receipts: Written["receipts"]): Part =>
  (values) =>
    `INSERT INTO receipt (person_id, id, fingerprint, stream_id, epoch, seq, outcome)
     SELECT r.person_id, r.id, r.fingerprint, r.stream_id, r.epoch, r.seq, r.outcome
     FROM json_to_recordset(${json(
       values,
       receipts.map(({ personId, streamId, ...r }) => ({ ...r, person_id: personId, stream_id: streamId })),
     )})
     AS r(person_id uuid, id uuid, fingerprint text, stream_id uuid, epoch int, seq bigint, outcome jsonb)`;

const headsMoved =
  (heads: Written["heads"]): Part =>
  (values) =>
    `UPDATE stream s SET head = r.head
     FROM json_to_recordset(${json(
       values,
       [...heads].map(([id, head]) => ({ id, head })),
     )}) AS r(id uuid, head bigint)
     WHERE s.id = r.id`;

const rowParts = (rows: Written["rows"]): Part[] =>
  [...rows].flatMap(([table, byId]) => {
    const changes = [...byId.values()];
    const inserts = changes.filter((c) => c.op === "insert");
    const updates = changes.filter((c) => c.op === "update");
    return [
      ...(inserts.length ? [inserted(table, inserts)] : []),
      ...(updates.length ? [updated(table, updates)] : []),
    ];
  });

/** Removals go first, in their own statements: a row may be taken away and its place given to another at once. */
const removeRows = async (db: Connection, rows: Written["rows"]): Promise<void> => {
  for (const [table, byId] of rows) {
    const ids = [...byId.values()].filter((c) => c.op === "remove").map((c) => c.row.id);
    if (ids.length) await db.query(`DELETE FROM "${table.name}" WHERE id = ANY($1::uuid[])`, [ids]);
  }
};

/** Streams that are opened in this transaction are inserted with their head. */
const headsToMove = (written: Written): Written["heads"] =>
  new Map([...written.heads].filter(([id]) => !written.openedStreams.has(id)));

/** Writes a whole batch with one statement: each table's rows, the log, the receipts and the heads. */
export const writeBatch = async (db: Connection, written: Written): Promise<void> => {
  await removeRows(db, written.rows);
  const heads = headsToMove(written);
  const parts = [
    ...rowParts(written.rows),
    ...(written.openedStreams.size ? [streamsOpened(written)] : []),
    ...(written.entries.length ? [entriesWritten(written.entries)] : []),
    ...(heads.size ? [headsMoved(heads)] : []),
    ...(written.receipts.length ? [receiptsWritten(written.receipts)] : []),
  ];
  if (parts.length === 0) return;
  const values: unknown[] = [];
  const ctes = parts.map((part, i) => `p${i} AS (${part(values)} RETURNING 1)`);
  await db.query(`WITH ${ctes.join(",\n")} SELECT 1`, values);
};
