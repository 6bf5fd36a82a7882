// `npm run dev`: compiles, restarts and reloads on every change. Ctrl-C stops it all.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepare } from "./workspace/prepare.mjs";
import { ROOT } from "./workspace/run.mjs";

const root = fileURLToPath(ROOT);
const TSC = "node_modules/typescript/bin/tsc";
const SETTLE_MS = 300;
const STOP_MS = 10_000;

let isEnding = false;
let server;
let restartTimer;

/** Output is passed on through a pipe: on a terminal of their own the compilers clear the screen. */
function run(name, args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => process.stdout.write(labelled(name, chunk)));
  return child;
}

function labelled(name, chunk) {
  const lines = String(chunk)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => `${name.padEnd(7)}${line}\n`).join("");
}

function startServer() {
  const port = process.env["PORT"] ?? "4000";
  server = run("server", ["--enable-source-maps", "server/dist/main.js"], {
    PORT: port,
    NODE_ENV: "development",
  });
}

/** A compiler writes many files for one change: the server is started again when they have settled. */
function restartSoon() {
  clearTimeout(restartTimer);
  restartTimer = setTimeout(() => void restart(), SETTLE_MS);
}

async function restart() {
  if (isEnding) return;
  const former = server;
  await end(former);
  if (former === server && !isEnding) startServer();
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const harder = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    child.once("exit", () => resolve(clearTimeout(harder)));
    child.kill("SIGTERM");
  });
}

await prepare("schema", "server");
const compilers = ["schema", "server"].map((name) =>
  run(name, [TSC, "-p", `${name}/tsconfig.build.json`, "--watch", "--preserveWatchOutput"]),
);
const vite = run("client", ["client/node_modules/vite/bin/vite.js", "client"]);
for (const name of ["schema", "server"]) watch(`${root}${name}/dist`, { recursive: true }, restartSoon);
startServer();

async function endAll() {
  if (isEnding) return;
  isEnding = true;
  clearTimeout(restartTimer);
  await Promise.all([...compilers, vite, server].map(end));
  process.exit(0);
}
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => void endAll());
process.stdout.on("error", () => void endAll());
