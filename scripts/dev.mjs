// `npm run dev`: compiles, restarts and reloads on every change. Ctrl-C stops it all.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { prepare } from "./workspace/prepare.mjs";
import { ROOT } from "./workspace/run.mjs";

const root = fileURLToPath(ROOT);
const TSC = "node_modules/typescript/bin/tsc";
const SETTLE_MS = 500;
const STOP_MS = 10_000;

let isEnding = false;
let server;
let restartTimer;

/**
 * Output is passed on through pipes: on a terminal of their own the compilers clear the screen. Each program has a
 * process group of its own, because TypeScript's launcher leaves the compiler behind when it alone is told to end.
 */
function run(name, args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => process.stdout.write(labelled(name, chunk)));
  }
  return child;
}

function signal(child, name) {
  if (process.platform === "win32") child.kill(name);
  else process.kill(-child.pid, name);
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

/** Compiles now and on every change, without clearing the screen; tells each time that it went well. */
function compile(name, whenGood) {
  const child = run(name, [TSC, "-p", `${name}/tsconfig.build.json`, "--watch", "--preserveWatchOutput"]);
  child.stdout.on("data", (chunk) => {
    if (String(chunk).includes("Found 0 errors")) whenGood();
  });
  return child;
}

/** One change may be compiled in both packages: the server is started again when they have settled. */
function restartSoon() {
  clearTimeout(restartTimer);
  restartTimer = setTimeout(() => void restart(), SETTLE_MS);
}

async function restart() {
  const former = server;
  if (former) await end(former);
  if (former === server && !isEnding) startServer();
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const harder = setTimeout(() => signal(child, "SIGKILL"), STOP_MS);
    child.once("exit", () => resolve(clearTimeout(harder)));
    signal(child, "SIGTERM");
  });
}

await prepare("schema", "server");
const NAMES = ["schema", "server"];
const notYetCompiled = new Set(NAMES);
const compilers = NAMES.map((name) =>
  compile(name, () => {
    notYetCompiled.delete(name);
    if (notYetCompiled.size === 0) restartSoon();
  }),
);
const vite = run("client", ["client/node_modules/vite/bin/vite.js", "client"]);

async function endAll() {
  if (isEnding) return;
  isEnding = true;
  clearTimeout(restartTimer);
  await Promise.all([...compilers, vite, ...(server ? [server] : [])].map(end));
  process.exit(0);
}
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => void endAll());
process.stdout.on("error", () => void endAll());
