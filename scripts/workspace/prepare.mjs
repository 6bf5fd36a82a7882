// Brings a fresh clone, or one that has changed, to where it can run. Needs nothing but Node and npm.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROOT, runStep, StepFailed } from "./run.mjs";
import { whenChanged } from "./stamp.mjs";

const PNPM = "pnpm@10.34.9";
const PACKAGES = ["schema", "server", "client", "test"];
const MANIFESTS = ["package.json", ...PACKAGES.map((name) => `${name}/package.json`)];
const OLDEST_NODE = [20, 19];

/** What each package is built from and into. A package comes after those it needs. */
const BUILDS = {
  schema: typescript("schema", []),
  server: typescript("server", ["schema/src"]),
  client: {
    label: "Building the client",
    tool: "client/node_modules/vite/bin/vite.js",
    args: ["build", "client", "--logLevel", "warn"],
    inputs: [
      "client/src",
      "client/public",
      "client/index.html",
      "client/vite.config.ts",
      "client/offline-shell.ts",
      "schema/src",
      "scripts/precompress.mjs",
    ],
    output: "client/dist",
    after: { label: "Compressing the client", args: ["scripts/precompress.mjs", "client/dist"] },
  },
  test: typescript("test", ["schema/src", "server/src"]),
};

function typescript(name, more) {
  return {
    label: `Building the ${name === "test" ? "tests" : name}`,
    tool: "node_modules/typescript/bin/tsc",
    args: ["-p", `${name}/tsconfig.build.json`],
    inputs: [`${name}/src`, `${name}/tsconfig.json`, `${name}/tsconfig.build.json`, "tsconfig.json", ...more],
    output: `${name}/dist`,
  };
}

/** Installs and builds what is missing or older than its sources. Ends the process with one line when it cannot. */
export async function prepare(...packages) {
  try {
    requireNode();
    await install();
    for (const name of packages) await build(name);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (!isNewEnough)
    throw new Error(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`);
}

function install() {
  const inputs = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...MANIFESTS];
  const outputs = ["node_modules/.modules.yaml", ...PACKAGES.map((name) => `${name}/node_modules`)];
  return whenChanged({ name: "installed", inputs, outputs }, () =>
    runStep({
      label: "Installing packages",
      command: "npx",
      args: ["--yes", PNPM, "install", "--frozen-lockfile", "--prefer-offline"],
      // Without CI pnpm may stop to ask whether it may replace what another version installed.
      env: { CI: "true", NODE_ENV: "development" },
    }),
  );
}

function build(name) {
  const { label, tool, args, inputs, output, after } = BUILDS[name];
  const files = { name, inputs: [...inputs, ...MANIFESTS, "pnpm-lock.yaml"], outputs: [output] };
  return whenChanged(files, async () => {
    rmSync(fileURLToPath(new URL(output, ROOT)), { recursive: true, force: true });
    await runStep({ label, command: process.execPath, args: [tool, ...args] });
    if (after) await runStep({ command: process.execPath, ...after });
  });
}

function explain(error) {
  if (error instanceof StepFailed) process.stderr.write(`${error.output.trim()}\n\n`);
  process.stderr.write(`${error.message}\n`);
}
