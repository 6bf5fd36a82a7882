import type { DataSource } from "typeorm";
import { tableOf, type EntityOf, type Table } from "../database/table.js";
import type { Ref } from "./vocabulary.js";

export interface Row {
  id: string;
}

/** How a module tells the engine about a stored shape: which stream its rows belong to, and what readers hear has changed. */
export interface LiveShape<T extends Row> {
  readonly entity: EntityOf<T>;
  /** Null for rows that no stream shows, such as a person. */
  stream(row: T): string | null;
  refs(row: T): readonly Ref[];
}

export interface LiveTable<T extends Row = Row> extends Table<T> {
  streamOf(row: T): string | null;
  refsOf(row: T): readonly Ref[];
}

export const liveShape = <T extends Row>(shape: LiveShape<T>): LiveShape<T> => shape;

/** Looks up the table of an entity; throws for one that no module has declared. */
export type LiveTables = <T extends Row>(entity: EntityOf<T>) => LiveTable<T>;

export const liveTables = (source: DataSource, shapes: readonly LiveShape<Row>[]): LiveTables => {
  const tables = new Map<unknown, LiveTable>();
  for (const shape of shapes) {
    const table = tableOf(source, shape.entity);
    tables.set(shape.entity, { ...table, streamOf: shape.stream, refsOf: shape.refs });
  }
  return <T extends Row>(entity: EntityOf<T>) => {
    const table = tables.get(entity);
    if (!table) throw new Error(`${entity.name} is not declared as a live shape`);
    return table as unknown as LiveTable<T>;
  };
};
