import { keyOf, type Question } from "../database/questions.js";
import type { LiveTable, Row } from "./live-table.js";
import { refKey, type Position, type Ref, type ShownChange } from "./vocabulary.js";

export type RowChange =
  | { readonly op: "insert" | "update"; readonly row: Row }
  | { readonly op: "remove"; readonly row: Row };

const merge = (before: RowChange | undefined, after: RowChange): RowChange | null => {
  if (!before) return after;
  if (after.op === "remove") return before.op === "insert" ? null : after;
  if (before.op === "insert") return { op: "insert", row: after.row };
  return { op: "update", row: after.row };
};

/** So few are looked at one by one. */
const FEW = 4;

/** Rows by what questions of one shape ask of them; a row that has changed stands where it stood before, too. */
class Index {
  private readonly ids = new Map<string, Set<string>>();

  constructor(private readonly properties: readonly string[]) {}

  add(row: Row): void {
    const key = keyOf(this.properties, row);
    const ids = this.ids.get(key) ?? new Set<string>();
    this.ids.set(key, ids.add(row.id));
  }

  at(key: string): Iterable<string> {
    return this.ids.get(key) ?? [];
  }
}

/** What commands want written, a table at a time, each row once. */
export class Changes {
  readonly rows = new Map<LiveTable, Map<string, RowChange>>();
  /** By stream: what its readers hear has changed. */
  readonly refs = new Map<string, Map<string, ShownChange>>();
  readonly openedStreams = new Map<string, string>();
  private readonly indexes = new Map<LiveTable, Map<string, Index>>();

  get isEmpty(): boolean {
    return this.rows.size + this.refs.size + this.openedStreams.size === 0;
  }

  put(table: LiveTable, change: RowChange): void {
    const rows = this.rows.get(table) ?? new Map<string, RowChange>();
    this.rows.set(table, rows);
    const merged = merge(rows.get(change.row.id), change);
    if (merged) rows.set(change.row.id, merged);
    else rows.delete(change.row.id);
    for (const index of this.indexes.get(table)?.values() ?? []) index.add(change.row);
  }

  /** Changed rows that may answer a question; whoever asks looks at the rows. A batch asks as often as it has changed. */
  candidates(table: LiveTable, question: Question): Iterable<string> {
    const rows = this.rows.get(table);
    if (!rows || rows.size <= FEW) return rows?.keys() ?? [];
    return this.indexFor(table, rows, question).at(question.key);
  }

  touch(streamId: string, ref: Ref): void {
    this.changedIn(streamId).set(refKey(ref), { ref, fact: null });
  }

  /** What a thing that was touched looks like now; it is not believed of a thing that is touched after this. */
  show(streamId: string, ref: Ref, fact: (at: Position) => unknown): void {
    this.changedIn(streamId).set(refKey(ref), { ref, fact });
  }

  /** Takes over what one command did, once it is known that it stands. References stay with their command's log entry. */
  absorb(other: Changes): void {
    for (const [table, rows] of other.rows) for (const change of rows.values()) this.put(table, change);
    for (const [id, scope] of other.openedStreams) this.openedStreams.set(id, scope);
  }

  of(table: LiveTable, id: string): RowChange | undefined {
    return this.rows.get(table)?.get(id);
  }

  private indexFor(
    table: LiveTable,
    rows: ReadonlyMap<string, RowChange>,
    { shape, properties }: Question,
  ): Index {
    const indexes = this.indexes.get(table) ?? new Map<string, Index>();
    this.indexes.set(table, indexes);
    const known = indexes.get(shape);
    if (known) return known;
    const index = new Index(properties);
    for (const { row } of rows.values()) index.add(row);
    indexes.set(shape, index);
    return index;
  }

  private changedIn(streamId: string): Map<string, ShownChange> {
    const refs = this.refs.get(streamId) ?? new Map<string, ShownChange>();
    this.refs.set(streamId, refs);
    return refs;
  }
}
