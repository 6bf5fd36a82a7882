import type { DataSource } from "typeorm";
import type { Queryable } from "./pool.js";
import { type AnyTable, questionOf, Questions } from "./questions.js";
import { tableOf, type EntityOf } from "./table.js";

/** How rules look things up, the same inside a command's transaction and outside of it. */
export interface Lookup {
  get<T extends { id: string }>(entity: EntityOf<T>, id: string): Promise<Readonly<T> | null>;
  find<T extends { id: string }>(entity: EntityOf<T>, where: Partial<T>): Promise<Readonly<T>[]>;
}

/**
 * Looks up what is committed, in plain statements: every write and every subscription begins with some. When many ask
 * at once, as after a batch of commands or when a hall comes back, they share the statements.
 */
export const lookupOf = (source: DataSource, db: Queryable): Lookup => {
  const questions = new Questions(db, false);
  const tables = new Map<unknown, AnyTable>();
  const tableFor = (entity: EntityOf<{ id: string }>): AnyTable => {
    const table = tables.get(entity) ?? tableOf(source, entity);
    tables.set(entity, table);
    return table;
  };
  const find = async <T extends { id: string }>(
    entity: EntityOf<T>,
    where: Partial<T>,
  ): Promise<Readonly<T>[]> => [
    ...((await questions.ask(tableFor(entity), questionOf(where))) as readonly Readonly<T>[]),
  ];
  const get = async <T extends { id: string }>(
    entity: EntityOf<T>,
    id: string,
  ): Promise<Readonly<T> | null> => (await find(entity, { id } as Partial<T>))[0] ?? null;
  return { get, find };
};
