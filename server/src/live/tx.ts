import type { EntityOf } from "../database/table.js";
import { isWanted, questionOf, type Question } from "../database/questions.js";
import { conflict } from "../kernel/errors.js";
import { Changes, type RowChange } from "./changes.js";
import type { LiveTable, LiveTables, Row } from "./live-table.js";
import type { Reads } from "./reads.js";
import type { Kind } from "./presenter.js";
import type { Position, Ref } from "./vocabulary.js";

/**
 * A command's only door to what is stored. Reads see the commands before it in the same transaction; writes are kept
 * back until the command has stood, so that a refusal leaves nothing behind (LOG4).
 */
export interface Tx {
  /** The time that everything in this transaction is stamped with. */
  readonly now: Date;
  /** The streams whose locks are held. */
  readonly streams: readonly string[];
  get<T extends Row>(entity: EntityOf<T>, id: string): Promise<Readonly<T> | null>;
  getMany<T extends Row>(entity: EntityOf<T>, ids: readonly string[]): Promise<Readonly<T>[]>;
  /** Rows whose properties equal those given; null matches null. In no particular order. */
  find<T extends Row>(entity: EntityOf<T>, where: Partial<T>): Promise<Readonly<T>[]>;
  /** Throws CONFLICT for an id that is known to be taken, also by a command before this one in the transaction. */
  insert<T extends Row>(entity: EntityOf<T>, row: T): void;
  update<T extends Row>(entity: EntityOf<T>, row: T): void;
  remove<T extends Row>(entity: EntityOf<T>, row: T): void;
  /** Tells the readers of a stream that a thing looks different to them now, where no row of its own says so. */
  touch(streamId: string, ref: Ref): void;
  /**
   * What a thing looks like after this command, word for word as its presenter would load it, so that readers on this
   * node need not ask the database (FEED10). To be said last: whatever touches the thing afterwards takes it back.
   */
  show<Fact>(streamId: string, kind: Kind<Fact>, id: string, fact: (at: Position) => Fact): void;
  /**
   * A new stream, beginning at 0, in a scope whose own stream is locked (or that it begins), so that whoever locks the
   * whole scope misses none. It can be written to at once.
   */
  openStream(id: string, scopeId: string): void;
}

/** What commands of one transaction share: the locks, and what has been read and decided so far. */
export interface Batch {
  readonly tables: LiveTables;
  now: Date;
  readonly locked: ReadonlySet<string>;
  readonly reads: Reads;
  /** What the batch before this one changes, while that is being written. */
  readonly before: Changes | null;
  readonly changes: Changes;
}

export class BufferedTx implements Tx {
  readonly own = new Changes();

  constructor(private readonly batch: Batch) {}

  get now(): Date {
    return this.batch.now;
  }

  get streams(): readonly string[] {
    return [
      ...this.batch.locked,
      ...this.batch.changes.openedStreams.keys(),
      ...this.own.openedStreams.keys(),
    ];
  }

  async get<T extends Row>(entity: EntityOf<T>, id: string): Promise<Readonly<T> | null> {
    const [row] = await this.getMany(entity, [id]);
    return row ?? null;
  }

  async getMany<T extends Row>(entity: EntityOf<T>, ids: readonly string[]): Promise<Readonly<T>[]> {
    const table = this.batch.tables(entity);
    const plain = table as unknown as LiveTable;
    await this.batch.reads.load(
      plain,
      ids.filter((id) => !this.changeOf(plain, id)),
    );
    return ids.map((id) => this.present(table, id)).filter((row) => row !== null);
  }

  async find<T extends Row>(entity: EntityOf<T>, where: Partial<T>): Promise<Readonly<T>[]> {
    const table = this.batch.tables(entity);
    const plain = table as unknown as LiveTable;
    const question = questionOf(where);
    const found = await this.batch.reads.find(plain, question);
    const changed = this.changedIds(plain, question);
    const rows: Readonly<T>[] = [];
    for (const id of changed.length === 0 ? found : new Set([...found, ...changed])) {
      const row = this.present(table, id);
      if (row && isWanted(row, question)) rows.push(row);
    }
    return rows;
  }

  insert<T extends Row>(entity: EntityOf<T>, row: T): void {
    const table = this.batch.tables(entity);
    if (this.present(table, row.id)) throw conflict("This was already there.");
    this.put(table, "insert", row);
  }

  update<T extends Row>(entity: EntityOf<T>, row: T): void {
    this.put(this.batch.tables(entity), "update", row);
  }

  remove<T extends Row>(entity: EntityOf<T>, row: T): void {
    this.put(this.batch.tables(entity), "remove", row);
  }

  touch(streamId: string, ref: Ref): void {
    if (!this.holds(streamId)) throw new Error("A change to a stream whose lock is not held");
    this.own.touch(streamId, ref);
  }

  show<Fact>(streamId: string, { kind }: Kind<Fact>, id: string, fact: (at: Position) => Fact): void {
    if (!this.holds(streamId)) throw new Error("A thing shown in a stream whose lock is not held");
    this.own.show(streamId, [kind, id], fact);
  }

  openStream(id: string, scopeId: string): void {
    if (scopeId !== id && !this.holds(scopeId))
      throw new Error("A stream opened in a scope whose lock is not held");
    this.own.openedStreams.set(id, scopeId);
  }

  private holds(streamId: string): boolean {
    const { locked, changes } = this.batch;
    return (
      locked.has(streamId) || changes.openedStreams.has(streamId) || this.own.openedStreams.has(streamId)
    );
  }

  /** Also a row that readers hear nothing of is written with its stream held, and moves it (LOG9). */
  private put<T extends Row>(table: LiveTable<T>, op: "insert" | "update" | "remove", row: T): void {
    const stream = table.streamOf(row);
    if (stream && !this.holds(stream)) throw new Error("A row in a stream whose lock is not held");
    if (stream) for (const ref of table.refsOf(row)) this.touch(stream, ref);
    this.own.put(table, { op, row });
  }

  /** The row as this command sees it: its own change, else an earlier command's, else what was read. */
  private present<T extends Row>(table: LiveTable<T>, id: string): Readonly<T> | null {
    const plain = table as unknown as LiveTable;
    const change = this.changeOf(plain, id);
    if (change) return change.op === "remove" ? null : (change.row as T);
    return (this.batch.reads.row(plain, id) ?? null) as T | null;
  }

  private changeOf(table: LiveTable, id: string): RowChange | undefined {
    const { changes, before } = this.batch;
    return this.own.of(table, id) ?? changes.of(table, id) ?? before?.of(table, id);
  }

  private changedIds(table: LiveTable, question: Question): string[] {
    const { changes, before } = this.batch;
    const ids: string[] = [];
    for (const some of [this.own, changes, before])
      if (some?.rows.has(table)) ids.push(...some.candidates(table, question));
    return ids;
  }
}
