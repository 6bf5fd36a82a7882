import { parseArgs } from "node:util";
import { runChaos, type Report } from "./run.js";

/**
 * `npm run chaos -- --writes 10000 --node-kills 50 --db-kills 10 --readers 200 --seed 1`: everything that can die dies
 * while people write and read. Ends with 1 where anything was lost, came twice, or was seen differently.
 */
const text = (value: number): { type: "string"; default: string } => ({
  type: "string",
  default: String(value),
});

const { values } = parseArgs({
  options: {
    seed: text(1),
    nodes: text(2),
    boards: text(10),
    writers: text(40),
    readers: text(200),
    writes: text(2_000),
    "node-kills": text(10),
    "db-kills": text(2),
    freezes: text(4),
    cuts: text(10),
    silences: text(3),
    slows: text(3),
    rollings: text(1),
    compactions: text(3),
    "lost-replies": text(0.05),
  },
});

const number = (name: keyof typeof values): number => {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new Error(`--${name} must be a number.`);
};

const HOUR_MS = 60 * 60_000;
const plan = {
  seed: number("seed"),
  nodes: number("nodes"),
  boards: number("boards"),
  writers: number("writers"),
  readers: number("readers"),
  writes: number("writes"),
  lostReplies: number("lost-replies"),
  losesHints: true,
  clockOffMs: HOUR_MS,
  faults: {
    "kill node": number("node-kills"),
    "kill database": number("db-kills"),
    "freeze node": number("freezes"),
    "cut lines": number("cuts"),
    "silence line": number("silences"),
    "slow line": number("slows"),
    "rolling restart": number("rollings"),
    compact: number("compactions"),
  },
};

const show = ({ faults, inflicted, healMs, behind, seconds, ...counts }: Report): string =>
  [
    ...Object.entries(inflicted).map(([name, count]) => `${name}: ${count}`),
    ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
    `${behind.length === 0 ? "all readers at the end" : "readers given up"} after the last heal: ${Math.round(healMs)} ms`,
    `seconds: ${Math.round(seconds)}`,
    ...behind.slice(0, 40).map((state) => `BEHIND ${state}`),
    ...faults.slice(0, 40).map(({ kind, what }) => `FAULT ${kind}: ${what}`),
    `faults: ${faults.length}`,
  ].join("\n");

const report = await runChaos(plan);
process.stdout.write(`${show(report)}\n`);
process.exitCode = report.faults.length === 0 && report.behind.length === 0 ? 0 : 1;
