import { planName, type Connection } from "../database/pool.js";
import type { RowChange } from "./changes.js";
import type { LiveTable } from "./live-table.js";
import { firstEpoch, type StreamHead } from "./vocabulary.js";
import { inserted, type Part, type Target, updated } from "./parts.js";
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

const STREAM: Target = {
  name: "stream",
  columns: ["id", "scope_id", "epoch", "head", "floor"],
  types: ["uuid", "uuid", "int", "bigint", "bigint"],
};
const HEAD: Target = { name: "stream", columns: ["id", "head"], types: ["uuid", "bigint"] };
const LOG_ENTRY: Target = {
  name: "log_entry",
  columns: ["stream_id", "seq", "command", "refs"],
  types: ["uuid", "bigint", "text", "jsonb"],
};
const RECEIPT: Target = {
  name: "receipt",
  columns: ["person_id", "id", "fingerprint", "stream_id", "epoch", "seq", "outcome"],
  types: ["uuid", "uuid", "text", "uuid", "int", "bigint", "jsonb"],
};

const streamsOpened = ({ openedStreams, heads }: Written): Part =>
  inserted(
    STREAM,
    [...openedStreams].map(([id, scopeId]) => [id, scopeId, firstEpoch(id), heads.get(id) ?? 0, 0]),
  );

const entriesWritten = (entries: readonly NewEntry[]): Part =>
  inserted(
    LOG_ENTRY,
    entries.map(({ streamId, seq, command, refs }) => [streamId, seq, command, JSON.stringify(refs)]),
  );

const receiptsWritten = (receipts: Written["receipts"]): Part =>
  inserted(
    RECEIPT,
    receipts.map(({ personId, id, fingerprint, streamId, epoch, seq, outcome }) => [
      personId,
      id,
      fingerprint,
      streamId,
      epoch,
      seq,
      JSON.stringify(outcome),
    ]),
  );

const rowsOf = (
  table: LiveTable,
  changes: ReadonlyMap<string, RowChange>,
  wanted: RowChange["op"],
): unknown[][] => {
  const rows: unknown[][] = [];
  for (const { op, row } of changes.values()) if (op === wanted) rows.push(table.toParameters(row));
  return rows;
};

const rowParts = (rows: Written["rows"]): Part[] =>
  [...rows].flatMap(([table, changes]) => {
    const inserts = rowsOf(table, changes, "insert");
    const updates = rowsOf(table, changes, "update");
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
const headsToMove = (written: Written): unknown[][] =>
  [...written.heads].filter(([id]) => !written.openedStreams.has(id));

/** What comes before the parts, and the source that holds a row if anything is to be written; none for always. */
interface Opening {
  readonly sql: string;
  readonly gate: string;
  readonly values: readonly unknown[];
}

interface Statement {
  readonly name: string | undefined;
  readonly text: string;
}

/** Statements by their shapes: they are few, and making one anew costs more than a write's values do. */
const statements = new Map<string, Statement>();
const MOST_STATEMENTS = 300;

const textOf = ({ sql, gate, values }: Opening, parts: readonly Part[]): string => {
  let first = values.length + 1;
  const steps = parts.map((part, i) => {
    const step = `, p${i} AS (${part.sql(first, gate)})`;
    first += part.values.length;
    return step;
  });
  return `WITH ${sql}${steps.join("\n")} SELECT 1${gate && ` FROM ${gate}`}`;
};

const statementOf = (opening: Opening, parts: readonly Part[]): Statement => {
  const shape = `${opening.sql} ${parts.map((part) => part.shape).join(" ")}`;
  const known = statements.get(shape);
  if (known) return known;
  const text = textOf(opening, parts);
  const made = { name: planName(text, "live"), text };
  if (statements.size < MOST_STATEMENTS) statements.set(shape, made);
  return made;
};

const ask = async (db: Connection, opening: Opening, parts: readonly Part[]): Promise<number> => {
  const values = [...opening.values, ...parts.flatMap((part) => part.values)];
  const { rowCount } = await db.query({ ...statementOf(opening, parts), values });
  return rowCount ?? 0;
};

const ALWAYS: Opening = { sql: "begin AS (SELECT 1)", gate: "", values: [] };

/** Writes a whole batch under its locks: each table's rows, the log, the receipts and the heads, in one statement. */
export const writeBatch = async (db: Connection, written: Written): Promise<void> => {
  await removeRows(db, written.rows);
  const heads = headsToMove(written);
  const parts = [...partsOf(written), ...(heads.length ? [updated(HEAD, heads)] : [])];
  if (parts.length > 0) await ask(db, ALWAYS, parts);
};

/** Whether a batch is of the kind that `writeAtHead` can write. */
export const fitsOneStatement = ({ rows, openedStreams }: Written): boolean =>
  openedStreams.size === 0 &&
  [...rows.values()].every((byId) => [...byId.values()].every(({ op }) => op !== "remove"));

const MOVED = `UPDATE stream SET head = $4::bigint WHERE id = $1::uuid AND epoch = $2::int AND head = $3::bigint`;
const AT_HEAD = `gate AS (${MOVED} RETURNING 1)`;
/** That streams stand where they are believed to stand, as one more condition. */
const AT_HEADS = `gate AS (${MOVED} AND NOT EXISTS (
  SELECT FROM unnest($5::uuid[], $6::int[], $7::bigint[]) AS b(id, epoch, head)
    LEFT JOIN stream n USING (id, epoch, head) WHERE n.scope_id IS NULL) RETURNING 1)`;

const openingAt = (from: StreamHead, to: number, near: readonly StreamHead[]): Opening => {
  const own = [from.id, from.epoch, from.head, to];
  if (near.length === 0) return { sql: AT_HEAD, gate: "gate", values: own };
  const others = [near.map(({ id }) => id), near.map(({ epoch }) => epoch), near.map(({ head }) => head)];
  return { sql: AT_HEADS, gate: "gate", values: [...own, ...others] };
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
  const opening = openingAt(from, written.heads.get(from.id) ?? from.head, near);
  return (await ask(db, opening, partsOf(written))) === 1;
};
