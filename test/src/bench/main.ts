import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@ordskifte/server/database/embedded";
import type { Rig } from "./rig/contest.js";
import { describeMachine } from "./rig/machine.js";
import { plotOf } from "./rig/plot.js";
import { withResults, type Measured } from "./rig/report.js";
import { works } from "./works/index.js";

/**
 * `npm run bench -- [--only fan-out,vote-storm] [--repetitions 3] [--quick]`: does the works one after the other and
 * writes what they came to into docs/BENCHMARKS.md. `--quick` is for trying the bench: shorter, and nothing is written.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    repetitions: { type: "string", default: "3" },
    quick: { type: "boolean", default: false },
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
  await writeFile(join(DOCS, "benchmarks.svg"), plotOf(kept.map(({ result }) => result)));
};

const run = async (rig: Rig): Promise<void> => {
  for (const { name, work } of chosen()) {
    say(`${name} …`);
    const machine = describeMachine(rig.repetitions);
    const result = await work(rig);
    say(`${[result.columns, ...result.rows].map((row) => row.join("  ")).join("\n")}\n`);
    if (!values.quick) await write({ [name]: { machine: machine(), result } });
  }
};

const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
try {
  await run({
    postgresUrl: postgres.url,
    repetitions: values.quick ? 1 : Number(values.repetitions),
    scale: values.quick ? 0.3 : 1,
    say,
  });
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit();
