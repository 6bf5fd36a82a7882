import type { DataSource } from "typeorm";
import type { Queryable } from "./pool.js";
import { tableOf, type EntityOf, type Table } from "./table.js";

/** How rules look things up, the same inside a command's transaction and outside of it. */
export interface Lookup {
  get<T extends { id: string }>(entity: EntityOf<T>, id: string): Promise<Readonly<T> | null>;
  find<T extends { id: string }>(entity: EntityOf<T>, where: Partial<T>): Promise<Readonly<T>[]>;
}

type Stored = { id: string } & Record<string, unknown>;
type AnyTable = Table<{ id: string }>;

const select = ({ name, columns }: AnyTable, conditions: readonly string[]): string =>
  `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM "${name}" WHERE ${conditions.join(" AND ")}`;

/**
 * Looks up what is committed, in plain statements: every write and every subscription begins with some. Properties that
 * are null are not for this lookup: ask with a value.
 */
export const lookupOf = (source: DataSource, db: Queryable): Lookup => {
  const tables = new Map<unknown, AnyTable>();
  const tableFor = (entity: EntityOf<{ id: string }>): AnyTable => {
    const table = tables.get(entity) ?? tableOf(source, entity);
    tables.set(entity, table);
    return table;
  };
  const find = async <T extends { id: string }>(entity: EntityOf<T>, where: Partial<T>): Promise<T[]> => {
    const table = tableFor(entity);
    const conditions = Object.keys(where).map((property, i) => `"${table.columnOf(property)}" = $${i + 1}`);
    const { rows } = await db.query<Stored>(select(table, conditions), Object.values(where));
    return rows.map((row) => table.fromRow(row) as T);
  };
  const get = async <T extends { id: string }>(entity: EntityOf<T>, id: string): Promise<T | null> =>
    (await find(entity, { id } as Partial<T>))[0] ?? null;
  return { get, find };
};
