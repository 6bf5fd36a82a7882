import { setImmediate as turn } from "node:timers/promises";
import type { Queryable } from "./pool.js";
import type { Table } from "./table.js";

type Stored = { id: string } & Record<string, unknown>;
export type AnyTable = Table<{ id: string }>;
export type FoundRow = Readonly<{ id: string }>;

interface Shape {
  readonly properties: readonly string[];
  /** The same for questions that differ in their values alone, and are asked together. */
  readonly shape: string;
}

/** Which rows are wanted: those whose properties equal these values; null matches null. */
export interface Question extends Shape {
  readonly where: Readonly<Record<string, unknown>>;
  /** The same for equal values of one shape. */
  readonly key: string;
}

const comparable = (value: unknown): unknown => (value instanceof Date ? value.getTime() : (value ?? null));

/** A text says how long it is, so that two values that stand together are never taken for two others. */
const keyPart = (value: unknown): string =>
  typeof value === "string" ? `${value.length}:${value}` : `${JSON.stringify(comparable(value))};`;

export const keyOf = (properties: readonly string[], row: object): string => {
  let key = "";
  for (const property of properties) key += keyPart((row as Record<string, unknown>)[property]);
  return key;
};

const isNull = (value: unknown): boolean => (value ?? null) === null;

/** By their properties as they were given. There are as many as the code asks. */
const shapes = new Map<string, Shape>();

const shapeOf = (given: Readonly<Record<string, unknown>>): Shape => {
  let name = "";
  for (const property of Object.keys(given))
    name += isNull(given[property]) ? `,!${property}` : `,${property}`;
  const known = shapes.get(name);
  if (known) return known;
  const properties = Object.keys(given).sort();
  const shape = properties.map((property) => (isNull(given[property]) ? `!${property}` : property)).join(",");
  const made = { properties, shape };
  shapes.set(name, made);
  return made;
};

export const questionOf = (where: object): Question => {
  const given = where as Record<string, unknown>;
  const { properties, shape } = shapeOf(given);
  return { where: given, properties, shape, key: keyOf(properties, given) };
};

/** Whether a row is one of those that are wanted. */
export const isWanted = (row: object, { properties, where }: Question): boolean =>
  properties.every(
    (property) => comparable((row as Record<string, unknown>)[property]) === comparable(where[property]),
  );

/** Rows for many questions of one shape, in one statement. An index serves each, which IS NOT DISTINCT FROM has not. */
const statementFor = (table: AnyTable, { where, properties }: Question): string => {
  const column = (property: string): string => `t."${table.columnOf(property)}"`;
  const nulls = properties.filter((p) => isNull(where[p])).map((p) => `${column(p)} IS NULL`);
  const valued = properties.filter((p) => !isNull(where[p]));
  const columns = table.columns.map((name) => `t."${name}"`).join(", ");
  const given = valued.map((property, i) => `$${i + 1}::${table.typeOf(property)}[]`);
  const alone = valued.length === 1 ? valued.map((p) => `${column(p)} = ANY(${given[0]})`) : [];
  const paired = valued.length > 1 ? valued.map((p, i) => `${column(p)} = q.k${i}`) : [];
  const keys = `unnest(${given.join(", ")}) AS q(${valued.map((_, i) => `k${i}`).join(", ")}), `;
  const conditions = [...alone, ...paired, ...nulls];
  return `SELECT ${columns} FROM ${paired.length > 0 ? keys : ""}"${table.name}" t WHERE ${conditions.join(" AND ") || "true"}`;
};

interface Asked {
  readonly question: Question;
  resolve(rows: readonly FoundRow[]): void;
  reject(error: unknown): void;
}

interface Round {
  readonly table: AnyTable;
  readonly asked: Asked[];
}

/**
 * Questions that are asked in one turn of the event loop, or while others of their shape are under way, leave as one
 * statement for each shape of them. Each is answered with what is stored after it was asked.
 */
export class Questions {
  private rounds = new Map<string, Round>();
  private asking: Promise<void> | null = null;
  private readonly underWay = new Set<string>();
  private over = false;

  /** `inTurn` where `db` is one connection, which answers one question at a time. */
  constructor(
    private readonly db: Queryable,
    private readonly inTurn: boolean,
  ) {}

  ask(table: AnyTable, question: Question): Promise<readonly FoundRow[]> {
    return new Promise((resolve, reject) => {
      if (this.over) return;
      this.roundFor(table, question).asked.push({ question, resolve, reject });
      this.asking ??= this.askAll();
    });
  }

  /** Resolves when nothing is under way any more. What has not left by then is never answered. */
  async end(): Promise<void> {
    this.over = true;
    this.rounds = new Map();
    await this.asking;
  }

  private roundFor(table: AnyTable, { shape }: Question): Round {
    const name = `${table.name} ${shape}`;
    const round = this.rounds.get(name) ?? { table, asked: [] };
    this.rounds.set(name, round);
    return round;
  }

  private async askAll(): Promise<void> {
    await turn();
    if (this.inTurn) await this.askInTurn();
    else this.askAtOnce();
    this.asking = null;
    if (this.inTurn && this.rounds.size > 0) this.asking = this.askAll();
  }

  /** Each shape once at a time: those who ask while it is under way leave together when it has come back. */
  private askAtOnce(): void {
    for (const [name, round] of this.rounds)
      if (!this.underWay.has(name)) {
        this.rounds.delete(name);
        this.underWay.add(name);
        void this.answer(round).finally(() => this.cameBack(name));
      }
  }

  private cameBack(name: string): void {
    this.underWay.delete(name);
    if (this.rounds.has(name)) this.asking ??= this.askAll();
  }

  /** One round a turn: whoever was answered by it has asked on by then, so that more goes into the next. */
  private async askInTurn(): Promise<void> {
    const [next] = this.rounds;
    if (!next) return;
    this.rounds.delete(next[0]);
    await this.answer(next[1]);
  }

  private async answer({ table, asked }: Round): Promise<void> {
    try {
      const rows = await this.rowsFor(
        table,
        asked.map(({ question }) => question),
      );
      for (const { question, resolve } of asked) resolve(rows.get(question.key) ?? []);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  /** By the key of the question that they answer. */
  private async rowsFor(table: AnyTable, asked: readonly Question[]): Promise<Map<string, FoundRow[]>> {
    const questions = new Map(asked.map((question) => [question.key, question]));
    const [first] = asked as [Question];
    const valued = first.properties.filter((property) => !isNull(first.where[property]));
    const values = valued.map((property) => [...questions.values()].map(({ where }) => where[property]));
    const { rows } = await this.db.query<Stored>(statementFor(table, first), values);
    const answers = new Map<string, FoundRow[]>();
    for (const stored of rows) {
      const row = table.fromRow(stored);
      const key = keyOf(first.properties, row);
      const list = answers.get(key) ?? [];
      answers.set(key, list);
      list.push(row);
    }
    return answers;
  }
}
