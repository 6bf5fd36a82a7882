// `npm run check`: everything about the sources that a machine can judge, with a short table at the end.
import { docs } from "./checks/docs.mjs";
import { firstLoad } from "./checks/first-load.mjs";
import { imports } from "./checks/imports.mjs";
import { migrationDrift } from "./checks/migration-drift.mjs";
import { schemaDrift } from "./checks/schema-drift.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { capture } from "./workspace/run.mjs";

/** Runs one of the tools in node_modules. Resolves with its exit code and everything that it said. */
const tool =
  (path, ...args) =>
  () =>
    capture(process.execPath, [`node_modules/${path}`, ...args]);
const typesOf = (name) => tool("typescript/bin/tsc", "--noEmit", "-p", name);

const checks = {
  "types: schema": typesOf("schema"),
  "types: server": typesOf("server"),
  "types: client": typesOf("client"),
  "types: test": typesOf("test"),
  lint: tool("oxlint/bin/oxlint", "--type-aware", "--deny-warnings"),
  format: tool("oxfmt/bin/oxfmt", "--check"),
  "import rule": imports,
  "dead code": tool("knip/bin/knip.js", "--no-progress"),
  docs,
  compose: tool("dclint/bin/dclint.cjs", "--max-warnings", "0", "docker-compose.yml"),
  "first load": firstLoad,
  // Brought in when it is wanted: it needs a package, which a fresh clone has not before it is prepared.
  "oldest browsers": async () => (await import("./checks/oldest-browsers.mjs")).oldestBrowsers(),
  "schema drift": schemaDrift,
  "migration drift": migrationDrift,
};

async function run(name, check) {
  const began = performance.now();
  const { code, output } = await check().catch((error) => ({ code: 1, output: String(error.stack) }));
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  if (code !== 0 || check === firstLoad) process.stdout.write(`\n--- ${name} ---\n${output.trim()}\n\n`);
  return { name, passed: code === 0, seconds };
}

await prepare("schema", "server", "client");
const results = [];
for (const [name, check] of Object.entries(checks)) results.push(await run(name, check));

for (const { name, passed, seconds } of results) {
  process.stdout.write(
    `${name.padEnd(16)} ${(passed ? "passed" : "FAILED").padEnd(7)} ${seconds.padStart(7)}\n`,
  );
}
const failed = results.filter(({ passed }) => !passed).length;
process.stdout.write(`Checks: ${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
