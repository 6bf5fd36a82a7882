// Runs a program to its end, quietly: what it says is shown only when it fails.
import { spawn } from "node:child_process";

export const ROOT = new URL("../../", import.meta.url);

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** @typedef {{ label: string, command: string, args: string[], env?: Record<string, string | undefined> }} Step */

/** A step that failed. `output` is everything that the program said. */
export class StepFailed extends Error {
  constructor(label, reason, output) {
    super(`${label}: ${reason}`);
    this.output = output;
  }
}

/** Runs one step with a line that says what is going on and, at the end, how long it took. */
export async function runStep({ label, command, args, env = {} }) {
  const began = performance.now();
  process.stdout.write(`${label} … `);
  const { code, output } = await capture(command, args, env);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `${seconds} s\n` : "failed\n");
  if (code !== 0) throw new StepFailed(label, `ended with ${code}`, output);
}

/** Runs a program with its output collected. Resolves also when it fails; a missing program is code 127. */
export function capture(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString("utf8");
  return finished(child, output);
}

/** Runs a program on this terminal and resolves with its exit code. */
export async function show(command, args, env = {}) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: "inherit" });
  const { code } = await finished(child, () => "");
  return code;
}

/** Passes signals on, so that nothing keeps running when only this process is told to end. */
function finished(child, output) {
  const forward = (name) => child.kill(name);
  for (const name of Object.keys(SIGNALS)) process.on(name, forward);
  return new Promise((resolve) => {
    const finish = (code, extra = "") => {
      for (const name of Object.keys(SIGNALS)) process.off(name, forward);
      resolve({ code, output: output() + extra });
    };
    child.once("error", (error) => finish(127, error.message));
    child.once("close", (code, name) => (name in SIGNALS ? process.exit(SIGNALS[name]) : finish(code ?? 1)));
  });
}
