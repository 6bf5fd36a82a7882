import { whole } from "./figures.js";
import { type Measured, tableOf } from "./report.js";

/** What `npm run bench` has measured, by work. */
export type Kept = Readonly<Record<string, Measured>>;

/** A cell of a work's table, as a number: of the row that begins with these cells, below that column. */
const cell = (kept: Kept, work: string, row: readonly string[], column: string): number => {
  const { columns = [], rows = [] } = kept[work]?.result ?? {};
  const found = rows.find((cells) => row.every((text, i) => cells[i] === text));
  const value = Number.parseFloat((found?.[columns.indexOf(column)] ?? "").replaceAll(",", ""));
  if (Number.isNaN(value)) throw new Error(`docs/benchmarks.json says nothing of ${column} in ${work}.`);
  return value;
};

const PEOPLE = 120;
/** Writes a second of a gathering: on the average, and while all of it votes. */
const [CALM, PEAK] = [0.07, 40];
/** One gathering in so many is at its peak. */
const PEAKING = 20;
const FRAMES = 21;
const STREAMS = 2;
/** Everybody comes within ten minutes of the morning. */
const ARRIVAL_S = 600;
/** Questions to Postgres for a write that meets no other, at its own node; and for the window of each other node that follows. */
const [QUESTIONS, WINDOW] = [1.4, 5];
/** Nodes that follow one gathering: where its people are kept together, and where they are spread over three. */
const [TOGETHER, SPREAD] = [2, 3];

const questions = (writes: number, nodes: number): number => writes * (QUESTIONS + (nodes - 1) * WINDOW);

interface Figures {
  readonly framesACore: number;
  readonly coreMsAWrite: number;
  readonly joinsACore: number;
  readonly resumesASecond: number;
  readonly boardWrites: number;
  readonly boardPosts: number;
  readonly kilobytes: number;
}

const figuresIn = (kept: Kept): Figures => {
  const framesACore = 1_000_000 / cell(kept, "fan-out", ["500", "Ordskifte"], "µs each");
  // 100 posts and 2,600 deliveries a second; the deliveries are counted by themselves.
  const core = cell(kept, "many-boards", ["Ordskifte"], "core") / 100;
  return {
    framesACore,
    coreMsAWrite: ((core - 2_600 / framesACore) * 1_000) / 100,
    joinsACore: 100 / (cell(kept, "join-storm", [], "core") / 100),
    resumesASecond: 1_000_000 / cell(kept, "resume", ["500"], "current"),
    boardWrites: cell(kept, "durable-commit", ["256"], "Ordskifte"),
    boardPosts: cell(kept, "durable-graphql", ["Ordskifte"], "socket"),
    kilobytes: cell(kept, "memory", ["Ordskifte"], "process"),
  };
};

const figureRows = (of: Figures): string[][] => [
  ["F", whole(of.framesACore), "frames written a second by one core", "1, 500 subscribers"],
  [
    "C",
    of.coreMsAWrite.toFixed(1),
    "ms of a node's core for a write that meets no other",
    "8, without its deliveries",
  ],
  ["J", whole(of.joinsACore), "people a second whom one core lets in", "6"],
  ["R", whole(of.resumesASecond), "people a second who resume at one core", "7, 500 cards"],
  ["W", whole(of.boardWrites), "durable writes a second on one board, the engine alone", "4a, 256 waiting"],
  ["G", whole(of.boardPosts), "posts a second on one board through GraphQL", "4b, over sockets"],
  ["M", of.kilobytes.toFixed(1), "kB of a node's memory for each stream that somebody follows", "5"],
];

const rounded = (value: number): string => (value < 10 ? value.toFixed(1) : whole(value));

const levelRow = (people: number, of: Figures): string[] => {
  const gatherings = people / PEOPLE;
  const [calm, peak] = [gatherings * CALM, (gatherings / PEAKING) * PEAK];
  const frames = (gatherings / PEAKING) * PEOPLE * FRAMES;
  return [
    whole(people),
    whole(gatherings),
    `${whole(calm)} / ${whole(peak)}`,
    rounded((peak * of.coreMsAWrite) / 1_000),
    rounded(frames / of.framesACore),
    rounded(people / ARRIVAL_S / of.joinsACore),
    `${rounded((people * STREAMS * of.kilobytes) / 1_000_000)} GB`,
    `${whole(questions(peak, TOGETHER))} / ${whole(questions(peak, SPREAD))}`,
  ];
};

const LEVELS = [10_000, 100_000, 1_000_000];
const LEVEL_COLUMNS = [
  "live participants",
  "gatherings",
  "writes a second, average / peak",
  "cores for writes",
  "cores for frames",
  "cores for arrival",
  "memory",
  "questions to Postgres a second, 2 / 3 nodes following",
];

const between = (document: string, name: string, text: string): string => {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/SCALE.md has lost its markers of ${name}.`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
};

/** docs/SCALE.md with its two tables calculated from what was measured. */
export const withScale = (document: string, kept: Kept): string => {
  const of = figuresIn(kept);
  const figures = tableOf({ columns: ["name", "figure", "unit", "from BENCHMARKS"], rows: figureRows(of) });
  const levels = tableOf({ columns: LEVEL_COLUMNS, rows: LEVELS.map((people) => levelRow(people, of)) });
  return between(between(document, "figures", figures), "levels", levels);
};
