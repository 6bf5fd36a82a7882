import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const POLL_MS = 25;

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Resolves to true when the process is gone, to false when it still lives after `ms` milliseconds. */
export async function waitUntilGone(pid: number, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (isAlive(pid) && !(await isZombie(pid))) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/**
 * When the process began, in a form that only compares for equality, or undefined when it is gone or the platform
 * does not tell. Together with the pid it names a process even after the system has reused the number.
 */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") return birthFromProc(pid);
  return psField(pid, "lstart");
}

/** The command line of a process, arguments separated by spaces; empty when it is gone or unknown. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform !== "linux") return (await psField(pid, "command")) ?? "";
  const raw = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return raw.replaceAll("\0", " ");
}

/** A process that has ended but that its parent never asks about: common where process 1 is not an init. */
async function isZombie(pid: number): Promise<boolean> {
  return process.platform === "linux" && (await birthFromProc(pid)) === undefined;
}

async function birthFromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name in parentheses may itself hold spaces and parentheses; the start time is the 20th field after it.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return state === "Z" ? undefined : fields[18];
}

async function psField(pid: number, field: string): Promise<string | undefined> {
  const { stdout } = await run("ps", ["-o", `${field}=`, "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.trim() || undefined;
}
