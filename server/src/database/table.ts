import type { DataSource, ObjectLiteral } from "typeorm";

export type EntityOf<T> = new () => T;

/** How an entity lies in Postgres: enough for lean statements of many rows. */
export interface Table<T extends { id: string }> {
  readonly name: string;
  readonly columns: readonly string[];
  /** What each of `columns` is in Postgres. */
  readonly types: readonly string[];
  /** The values of `columns`, in their order, as a statement's parameters. */
  toParameters(entity: T): unknown[];
  fromRow(row: Record<string, unknown>): T;
  /** What would be read again where this was written: ids in small letters, nothing missing, JSON as JSON. */
  asStored(entity: T): T;
  columnOf(property: string): string;
  /** Its type in Postgres. */
  typeOf(property: string): string;
}

/** An array would go as one of Postgres's own; jsonb wants it as JSON. */
const toParameter = (value: unknown, type: unknown): unknown =>
  type === "jsonb" && (value ?? null) !== null ? JSON.stringify(value) : value;

const stored = (value: unknown, type: unknown): unknown => {
  if (value === undefined || value === null) return null;
  if (type === "uuid" && typeof value === "string") return value.toLowerCase();
  return type === "jsonb" ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
};

/** Reads the table of an entity off the ORM's metadata, so that a column is described once. */
export const tableOf = <T extends { id: string }>(source: DataSource, entity: EntityOf<T>): Table<T> => {
  const metadata = source.getMetadata(entity as EntityOf<ObjectLiteral>);
  const pairs = metadata.columns.map((column) => [column.propertyName, column.databaseName] as const);
  const byProperty = new Map(metadata.columns.map((column) => [column.propertyName, column]));
  const ofProperty = (property: string): (typeof metadata.columns)[number] => {
    const column = byProperty.get(property);
    if (!column) throw new Error(`${metadata.tableName} has no ${property}`);
    return column;
  };
  return {
    name: metadata.tableName,
    columns: pairs.map(([, column]) => column),
    types: metadata.columns.map(({ type, isArray }) => `${String(type)}${isArray ? "[]" : ""}`),
    toParameters: (value) =>
      metadata.columns.map(({ propertyName, type }) =>
        toParameter((value as Record<string, unknown>)[propertyName], type),
      ),
    fromRow: (row) => Object.fromEntries(pairs.map(([p, c]) => [p, row[c]])) as unknown as T,
    asStored: (value) =>
      Object.fromEntries(
        metadata.columns.map(({ propertyName: p, type }) => [
          p,
          stored((value as Record<string, unknown>)[p], type),
        ]),
      ) as unknown as T,
    columnOf: (property) => ofProperty(property).databaseName,
    typeOf: (property) => String(ofProperty(property).type),
  };
};
