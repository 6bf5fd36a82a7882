import { textArray, textOf } from "../database/text-array.js";

/** Where rows go: a table, or some columns of it. */
export interface Target {
  readonly name: string;
  readonly columns: readonly string[];
  /** What each of `columns` is in Postgres. */
  readonly types: readonly string[];
}

/** One part of a statement that writes many tables. */
export interface Part {
  /** The same for parts whose SQL is the same. */
  readonly shape: string;
  /** Its parameters. */
  readonly values: readonly unknown[];
  /** `first` is the number of its first parameter; nothing is written where the source `gate` is empty. */
  sql(first: number, gate: string): string;
}

type Rows = readonly (readonly unknown[])[];

const quoted = (columns: readonly string[]): string => columns.map((c) => `"${c}"`).join(", ");
const into = ({ name, columns }: Target): string => `INSERT INTO "${name}" (${quoted(columns)})`;

/** One row's values as parameters: for a lone command, taking arrays apart would cost more than the write itself. */
const insertedOne = (target: Target, values: readonly unknown[]): Part => ({
  shape: `+1${target.name}`,
  values,
  sql: (first, gate) =>
    `${into(target)} SELECT ${values.map((_, i) => `$${first + i}`).join(", ")}${gate && ` FROM ${gate}`}`,
});

/** A column of all rows as one parameter. */
const columnsOf = ({ columns }: Target, rows: Rows): Buffer[] =>
  columns.map((_, i) => textArray(rows.map((row) => textOf(row[i]))));

const source = ({ columns }: Target, first: number, gate: string): string => {
  const arrays = columns.map((_, i) => `$${first + i}::text[]`);
  return `FROM unnest(${arrays.join(", ")}) AS r(${quoted(columns)})${gate && `, ${gate}`}`;
};

const cast = ({ columns, types }: Target): string[] => columns.map((c, i) => `r."${c}"::${types[i] ?? ""}`);

export const inserted = (target: Target, rows: Rows): Part => {
  const [only] = rows;
  if (rows.length === 1 && only) return insertedOne(target, only);
  return {
    shape: `+${target.name}`,
    values: columnsOf(target, rows),
    sql: (first, gate) => `${into(target)} SELECT ${cast(target).join(", ")} ${source(target, first, gate)}`,
  };
};

/** By their ids, which come among the columns. */
export const updated = (target: Target, rows: Rows): Part => ({
  shape: `=${target.name}`,
  values: columnsOf(target, rows),
  sql: (first, gate) => {
    const casts = cast(target);
    const set = target.columns.flatMap((c, i) => (c === "id" ? [] : [`"${c}" = ${casts[i] ?? ""}`]));
    return `UPDATE "${target.name}" t SET ${set.join(", ")} ${source(target, first, gate)} WHERE t.id = r."id"::uuid`;
  },
});
