import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@ordskifte/server/database/embedded";
import { Child } from "./rig/child.js";
import type { Rig } from "./rig/contest.js";
import { goalLine } from "./rig/goals.js";
import { describeMachine } from "./rig/machine.js";
import { plotOf } from "./rig/plot.js";
import { withResults, type Measured } from "./rig/report.js";
import { withScale } from "./rig/scale.js";
import { type Work, works } from "./works/index.js";

/**
 * `npm run bench -- [--only fan-out,vote-storm] [--repetitions 3] [--quick] [--cpu-prof FOLDER]`: does the works one
 * after the other and writes what each came to into docs/BENCHMARKS.md as soon as it is known; one that fails leaves the
 * others alone. `--quick` is for trying the bench: shorter, and nothing is written. `--cpu-prof` keeps what the servers'
 * time went to, for a browser's developer tools.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    repetitions: { type: "string", default: "3" },
    quick: { type: "boolean", default: false },
    "cpu-prof": { type: "string" },
  },
});

const DOCS = fileURLToPath(new URL("../../../docs/", import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const chosen = (): typeof works => {
  if (values.only === undefined) return works;
  const names = values.only.split(",");
  const unknown = names.filter((name) => !works.some((work) => work.name === name));
  if (unknown.length > 0) throw new Error(`No such work: ${unknown.join(", ")}`);
  return works.filter(({ name }) => names.includes(name));
};

/** What a work came to is kept apart from the others', so that one can be done again alone. */
const KEPT = join(DOCS, "benchmarks.json");

const keptBefore = async (): Promise<Record<string, Measured>> =>
  JSON.parse(await readFile(KEPT, "utf8").catch(() => "{}")) as Record<string, Measured>;

const write = async (fresh: Readonly<Record<string, Measured>>): Promise<void> => {
  const all = { ...(await keptBefore()), ...fresh };
  await writeFile(KEPT, `${JSON.stringify(all, null, 2)}\n`);
  const kept = works.flatMap(({ name }) => all[name] ?? []);
  const document = join(DOCS, "BENCHMARKS.md");
  await writeFile(document, withResults(await readFile(document, "utf8"), kept));
  const scale = join(DOCS, "SCALE.md");
  await writeFile(scale, withScale(await readFile(scale, "utf8"), all));
  await writeFile(join(DOCS, "benchmarks.svg"), plotOf(kept.map(({ result }) => result)));
};

/** However slow the machine is: a work that hangs is not to hold up the others. */
const PATIENCE_MS = 12 * 60_000;

const within = async <Value>(work: Promise<Value>, patienceMs: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${patienceMs / 60_000} minutes`)), patienceMs);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
};

const doWork = async ({ name, work }: Work, rig: Rig): Promise<void> => {
  say(`${name} …`);
  const began = performance.now();
  const machine = describeMachine(rig.repetitions);
  const result = await within(work(rig), PATIENCE_MS);
  say([result.columns, ...result.rows].map((row) => row.join("  ")).join("\n"));
  for (const goal of result.goals ?? []) say(goalLine(goal));
  say(`${Math.round((performance.now() - began) / 1_000)} s\n`);
  if (!values.quick) await write({ [name]: { machine: machine(), result } });
};

/** Answers which works failed. */
const run = async (rig: Rig): Promise<string[]> => {
  const failed: string[] = [];
  for (const work of chosen()) {
    try {
      await doWork(work, rig);
    } catch (error) {
      failed.push(work.name);
      say(`${work.name} failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    } finally {
      await Child.killAll();
    }
  }
  return failed;
};

// What is left of a work that has failed may fail once more; that is no news.
process.on("unhandledRejection", (reason) => say(`Besides: ${String(reason)}`));
Child.profiles = values["cpu-prof"] === undefined ? null : resolve(values["cpu-prof"]);
const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
let failed: string[] = [];
try {
  failed = await run({
    postgresUrl: postgres.url,
    repetitions: values.quick ? 1 : Number(values.repetitions),
    scale: values.quick ? 0.3 : 1,
    say,
  });
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
if (failed.length > 0) say(`Failed: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);
