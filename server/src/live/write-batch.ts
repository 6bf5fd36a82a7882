import { planName, type Connection } from "../database/pool.js";
import type { RowChange } from "./changes.js";
import type { LiveTable } from "./live-table.js";
import type { StreamHead } from "./vocabulary.js";
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

/** Makes one part of the statement. `gate` goes behind its sources: nothing is written where the gate is empty. */
type Part = (values: unknown[], gate: string) => string;

const json = (values: unknown[], rows: readonly object[]): string =>
  `$${values.push(JSON.stringify(rows))}::json`;
const quoted = (columns: readonly string[], prefix = ""): string =>
  columns.map((c) => `${prefix}"${c}"`).join(", ");

const recordsOf = (table: LiveTable, changes: readonly RowChange[], values: unknown[]): string => {
  const rows = changes.map(({ row }) => table.toRow(row));
  return `json_populate_recordset(null::"${table.name}", ${json(values, rows)}) r`;
};

/** One row's values as parameters: for a lone command, taking JSON apart would cost more than the write itself. */
const parameters = (values: unknown[], row: readonly unknown[]): string[] =>
  row.map((value) => `$${values.push(value)}`);

const insertedOne =
  (into: string, row: readonly unknown[]): Part =>
  (values, gate) =>
    `INSERT INTO ${into} SELECT ${parameters(values, row).join(", ")}${gate && " FROM gate"}`;

const inserted = (table: LiveTable, changes: readonly RowChange[]): Part => {
  const into = `"${table.name}" (${quoted(table.columns)})`;
  const [first] = changes;
  if (changes.length === 1 && first) return insertedOne(into, table.toParameters(first.row));
  return (values, gate) =>
    `INSERT INTO ${into} SELECT ${quoted(table.columns, "r.")} FROM ${recordsOf(table, changes, values)}${gate}`;
};

const updated =
  (table: LiveTable, changes: readonly RowChange[]): Part =>
  (values, gate) => {
    const columns = table.columns.filter((c) => c !== "id").map((c) => `"${c}" = r."${c}"`);
    return `UPDATE "${table.name}" t SET ${columns.join(", ")}
     FROM ${recordsOf(table, changes, values)}${gate} WHERE t.id = r.id`;
  };

const streamsOpened =
  ({ openedStreams, heads }: Written): Part =>
  (values, gate) => {
    const rows = [...openedStreams].map(([id, scope_id]) => ({ id, scope_id, head: heads.get(id) ?? 0 }));
    return `INSERT INTO stream (id, scope_id, epoch, head, floor) SELECT r.id, r.scope_id, 1, r.head, 0
     FROM json_to_recordset(${json(values, rows)}) AS r(id uuid, scope_id uuid, head bigint)${gate}`;
  };

const entriesWritten = (entries: readonly NewEntry[]): Part => {
  const into = "log_entry (stream_id, seq, command, refs)";
  const [first] = entries;
  if (entries.length === 1 && first) {
    return insertedOne(into, [first.streamId, first.seq, first.command, JSON.stringify(first.refs)]);
  }
  const rows = entries.map(({ streamId, ...entry }) => ({ ...entry, stream_id: streamId }));
  return (values, gate) =>
    `INSERT INTO ${into} SELECT r.stream_id, r.seq, r.command, r.refs FROM json_to_recordset(${json(values, rows)})
     AS r(stream_id uuid, seq bigint, command text, refs jsonb)${gate}`;
};

const receiptsWritten = (receipts: Written["receipts"]): Part => {
  const into = "receipt (person_id, id, fingerprint, stream_id, epoch, seq, outcome)";
  const [first] = receipts;
  if (receipts.length === 1 && first) {
    const { personId, id, fingerprint, streamId, epoch, seq, outcome } = first;
    return insertedOne(into, [personId, id, fingerprint, streamId, epoch, seq, JSON.stringify(outcome)]);
  }
  const rows = receipts.map(({ personId, streamId, ...r }) => ({
    ...r,
    person_id: personId,
    stream_id: streamId,
  }));
  return (values, gate) =>
    `INSERT INTO ${into} SELECT r.person_id, r.id, r.fingerprint, r.stream_id, r.epoch, r.seq, r.outcome
     FROM json_to_recordset(${json(values, rows)})
     AS r(person_id uuid, id uuid, fingerprint text, stream_id uuid, epoch int, seq bigint, outcome jsonb)${gate}`;
};

const headsMoved =
  (heads: Written["heads"]): Part =>
  (values) => {
    const rows = [...heads].map(([id, head]) => ({ id, head }));
    return `UPDATE stream s SET head = r.head
     FROM json_to_recordset(${json(values, rows)}) AS r(id uuid, head bigint) WHERE s.id = r.id`;
  };

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

const partsOf = (written: Written): Part[] => [
  ...rowParts(written.rows),
  ...(written.openedStreams.size ? [streamsOpened(written)] : []),
  ...(written.entries.length ? [entriesWritten(written.entries)] : []),
  ...(written.receipts.length ? [receiptsWritten(written.receipts)] : []),
];

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

const join = (parts: readonly Part[], values: unknown[], gate: string): string =>
  parts.map((part, i) => `, p${i} AS (${part(values, gate)})`).join("\n");

const ask = async (db: Connection, text: string, values: readonly unknown[]): Promise<number> => {
  const { rowCount } = await db.query({ name: planName(text, "live"), text, values: [...values] });
  return rowCount ?? 0;
};

/** Writes a whole batch under its locks: each table's rows, the log, the receipts and the heads, in one statement. */
export const writeBatch = async (db: Connection, written: Written): Promise<void> => {
  await removeRows(db, written.rows);
  const heads = headsToMove(written);
  const parts = [...partsOf(written), ...(heads.size ? [headsMoved(heads)] : [])];
  if (parts.length === 0) return;
  const values: unknown[] = [];
  const text = `WITH begin AS (SELECT 1)${join(parts, values, "")} SELECT 1`;
  await ask(db, text, values);
};

/** Whether a batch is of the kind that `writeAtHead` can write. */
export const fitsOneStatement = ({ rows, openedStreams }: Written): boolean =>
  openedStreams.size === 0 &&
  [...rows.values()].every((byId) => [...byId.values()].every(({ op }) => op !== "remove"));

/** That streams stand where they are believed to stand, as one more condition. */
const standing = (values: unknown[], streams: readonly StreamHead[]): string => {
  if (streams.length === 0) return "";
  const of = <Key extends keyof StreamHead>(key: Key): string =>
    `$${values.push(streams.map((stream) => stream[key]))}`;
  return `AND NOT EXISTS (SELECT FROM unnest(${of("id")}::uuid[], ${of("epoch")}::int[], ${of("head")}::bigint[])
       AS b(id, epoch, head) LEFT JOIN stream n USING (id, epoch, head) WHERE n.scope_id IS NULL)`;
};

/**
 * Writes a whole batch on one stream in one statement, a transaction of its own, provided that the stream still stands
 * where the batch began, and those near by where they were believed to. Answers whether they did; if not, nothing was
 * written.
 */
export const writeAtHead = async (
  db: Connection,
  written: Written,
  from: StreamHead,
  near: readonly StreamHead[],
): Promise<boolean> => {
  const values: unknown[] = [from.id, from.epoch, from.head, written.heads.get(from.id) ?? from.head];
  const gate = `gate AS (UPDATE stream SET head = $4::bigint
     WHERE id = $1::uuid AND epoch = $2::int AND head = $3::bigint ${standing(values, near)} RETURNING 1)`;
  const text = `WITH ${gate}${join(partsOf(written), values, ", gate")} SELECT 1 FROM gate`;
  return (await ask(db, text, values)) === 1;
};
