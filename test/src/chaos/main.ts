import { parseArgs } from "node:util";
import { tellMany } from "../histories/many.js";
import { tryHard } from "../hard/full.js";
import { CONTROLS, missedBy } from "./controls.js";
import { hitsOf, type FaultName, type Inflicted } from "./faults.js";
import { runChaos, type Report } from "./run.js";

/**
 * `npm run chaos -- --writes 10000 --node-kills 50 --db-kills 10 --readers 200 --seed 1`: everything that can die dies
 * while people write and read. Ends with 1 where anything was lost, came twice, or was seen differently.
 * `--controls 5` takes away what the engine rests upon, of so many seeds, and looks whether the check notices.
 * `--histories 200` plays histories of drawn commands instead, of the seeds from `--seed` on; `--hard` has
 * fifty sockets stop reading during 5,000 changes, two thousand never say who they are and two thousand say what is
 * malformed, and takes a thousand people out while others write.
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
    "long-freezes": text(1),
    cuts: text(10),
    silences: text(3),
    slows: text(3),
    rollings: text(1),
    compactions: text(3),
    restores: text(1),
    histories: text(0),
    controls: text(0),
    "lost-replies": text(0.05),
    hard: { type: "boolean", default: false },
  },
});

const number = (name: Exclude<keyof typeof values, "hard">): number => {
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
    "freeze node for long": number("long-freezes"),
    "cut lines": number("cuts"),
    "silence line": number("silences"),
    "slow line": number("slows"),
    "rolling restart": number("rollings"),
    compact: number("compactions"),
    "restore backup": number("restores"),
  },
};

/** How long readers may take after the last heal. Milliseconds; on a machine with other work it says little. */
const GOAL_MS = 2_000;

const tellHeal = ({ healMs, behindAtHeal, behind }: Report): string => {
  if (behind.length > 0) return `readers given up: ${behind.length}`;
  const verdict = healMs <= GOAL_MS ? "met" : "missed";
  const after = `${Math.round(healMs)} ms after the last heal, when ${behindAtHeal} were behind`;
  return `all readers on the same hash: ${after}; goal at most ${GOAL_MS}: ${verdict}`;
};

const tellFault = ([name, { times, hit }]: [string, Inflicted]): string =>
  `${name}: ${times} (${hitsOf(name as FaultName)}: ${hit})`;

const show = (report: Report): string => {
  const { faults, inflicted, healMs: _, behindAtHeal: __, behind, seconds, ...counts } = report;
  return [
    ...Object.entries(inflicted).map(tellFault),
    ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
    tellHeal(report),
    `seconds: ${Math.round(seconds)}`,
    ...behind.slice(0, 40).map((state) => `BEHIND ${state}`),
    ...faults.slice(0, 40).map(({ kind, what }) => `FAULT ${kind}: ${what}`),
    `faults: ${faults.length}`,
  ].join("\n");
};

const breakThings = async (): Promise<boolean> => {
  const report = await runChaos({ ...plan, say: (line) => process.stderr.write(`${line}\n`) });
  process.stdout.write(`${show(report)}\n`);
  const toothless = Object.entries(report.inflicted).filter(([, { hit }]) => hit === 0);
  for (const [name] of toothless) process.stdout.write(`${name} hit nothing: it was not tried\n`);
  return report.faults.length === 0 && report.behind.length === 0 && toothless.length === 0;
};

const playHistories = async (count: number): Promise<boolean> => {
  let failed = 0;
  await tellMany(plan.seed, count, (seed, { failure }) => {
    process.stdout.write(`${failure ?? `seed ${seed}: as it should be`}\n`);
    if (failure !== null) failed += 1;
  });
  process.stdout.write(`histories: ${count}, failed: ${failed}\n`);
  return failed === 0;
};

/** What is faulty on purpose, with several seeds: luck finds no faults every time. */
const tryControls = async (count: number): Promise<boolean> => {
  let missed = 0;
  for (let seed = plan.seed; seed < plan.seed + count; seed++)
    for (const control of CONTROLS) {
      const kinds = await missedBy(control, seed);
      missed += kinds.length;
      const verdict = kinds.length === 0 ? "found" : `not found: ${kinds.join(", ")}`;
      process.stdout.write(`seed ${seed}, ${control.name}: ${verdict}\n`);
    }
  process.stdout.write(`controls: ${count * CONTROLS.length}, missed: ${missed}\n`);
  return missed === 0;
};

// However it ends, what it has started ends with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const [histories, controls] = [number("histories"), number("controls")];
const attempt = (): Promise<boolean> => {
  if (values.hard) return tryHard((line) => process.stdout.write(`${line}\n`));
  if (controls > 0) return tryControls(controls);
  return histories > 0 ? playHistories(histories) : breakThings();
};
process.exitCode = (await attempt()) ? 0 : 1;
