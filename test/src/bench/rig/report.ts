import { goalLine, type Goal } from "./goals.js";

/** What one work came to: a table, and what there is to say about it. */
export interface Result {
  readonly title: string;
  /** How it was done, and what limits it; whole sentences. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals?: readonly Goal[];
  /** For the plot: delivered messages a second as a share of the raw limit, or milliseconds. */
  readonly bars?: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly isOurs: boolean;
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Columns as wide as their widest cell, as the formatter has them. */
const padded = (rows: readonly (readonly string[])[]): string[][] => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)));
};

/** In Markdown. */
export const tableOf = ({ columns, rows }: Pick<Result, "columns" | "rows">): string => {
  const [head = [], ...body] = padded([columns, ...rows]);
  return [line(head), line(head.map((cell) => "-".repeat(cell.length))), ...body.map(line)].join("\n");
};

/** A result, and the machine and the time it was measured. */
export interface Measured {
  readonly machine: string;
  readonly result: Result;
}

const goalsOf = ({ goals = [] }: Result): string => goals.map(goalLine).join("\n");

const sectionOf = ({ result, machine }: Measured): string =>
  [`### ${result.title}`, tableOf(result), result.about, goalsOf(result), `_${machine}_\n`]
    .filter((part) => part !== "")
    .join("\n\n");

const BEGIN = "<!-- measured: begin -->";
const END = "<!-- measured: end -->";

/** The document with what was measured in place of what was measured before. */
export const withResults = (document: string, measured: readonly Measured[]): string => {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error("docs/BENCHMARKS.md has lost its markers.");
  return `${before}${BEGIN}\n\n${measured.map(sectionOf).join("\n")}\n${END}${after}`;
};
