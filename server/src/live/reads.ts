import type { Queryable } from "../database/pool.js";
import { questionOf, Questions, type FoundRow, type Question } from "../database/questions.js";
import type { LiveTable, Row } from "./live-table.js";
import type { Recollection } from "./memory.js";

/** What the commands of one batch read: from memory, or from the database with all who ask at the same moment. */
export class Reads {
  private readonly rows = new Map<LiveTable, Map<string, Row | null>>();
  /** By which question was found what: nothing else is written to what is locked, so the answer stays. */
  private readonly found = new Map<string, Promise<readonly string[]>>();
  private readonly questions: Questions;
  private missed = false;

  constructor(
    db: Queryable,
    private readonly recollection: Recollection,
    /** Called once, when the database has to be asked: whoever will ask, too, had better do so now. */
    private readonly onMiss: () => void,
    /** Whether the batch before this one stands: before that is known the database is not asked. */
    private readonly before: Promise<boolean> | null = null,
  ) {
    this.questions = new Questions(db, true);
  }

  row(table: LiveTable, id: string): Row | null | undefined {
    return this.rows.get(table)?.get(id);
  }

  /** After this `row` knows each of them, as null where it is not there. */
  async load(table: LiveTable, ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.knows(table, id));
    await Promise.all(missing.map((id) => this.find(table, questionOf({ id }))));
    for (const id of missing) if (!this.knows(table, id)) this.rowsOf(table).set(id, null);
  }

  /** The ids of those rows, each of which `row` knows after this. */
  find(table: LiveTable, question: Question): Promise<readonly string[]> {
    const name = `${table.name} ${question.shape} ${question.key}`;
    const known = this.found.get(name) ?? this.answer(table, question);
    this.found.set(name, known);
    return known;
  }

  /** Resolves when the connection is free. */
  end(): Promise<void> {
    return this.questions.end();
  }

  private knows(table: LiveTable, id: string): boolean {
    const rows = this.rowsOf(table);
    if (rows.has(id)) return true;
    const row = this.recollection.row(table, id);
    if (row !== undefined) rows.set(id, row);
    return row !== undefined;
  }

  private async answer(table: LiveTable, question: Question): Promise<readonly string[]> {
    const remembered = this.recollection.answer(table, question);
    return this.take(table, remembered ?? (await this.ask(table, question)));
  }

  private async ask(table: LiveTable, question: Question): Promise<readonly FoundRow[]> {
    if (this.before && !(await this.before)) throw new Error("The batch before this one did not stand");
    const rows = this.questions.ask(table, question);
    if (!this.missed) {
      this.missed = true;
      this.onMiss();
    }
    const read = await rows;
    this.recollection.keep(table, question, read);
    return read;
  }

  /** What was read first in this batch stays. */
  private take(table: LiveTable, rows: readonly FoundRow[]): readonly string[] {
    const known = this.rowsOf(table);
    for (const row of rows) if (!known.has(row.id)) known.set(row.id, row);
    return rows.map(({ id }) => id);
  }

  private rowsOf(table: LiveTable): Map<string, Row | null> {
    const rows = this.rows.get(table) ?? new Map<string, Row | null>();
    this.rows.set(table, rows);
    return rows;
  }
}
