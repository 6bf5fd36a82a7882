import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { birthOf, isAlive } from "./processes.js";
import { DatabaseStartError } from "./start-error.js";

interface Owner {
  pid: number;
  /** Start time of the process, so that a reused number is not taken for the owner. */
  birth: string | undefined;
}

export interface ClaimedFolder {
  /** Absolute, with symbolic links resolved. */
  path: string;
  /** Gives the folder up, for the next server. */
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process, making it when it is missing.
 * Throws DatabaseStartError: "folder-in-use" while another server has it, "folder-unwritable" when it cannot be written.
 */
export async function claimFolder(dataDir: string): Promise<ClaimedFolder> {
  const me: Owner = { pid: process.pid, birth: await birthOf(process.pid) };
  try {
    await makeFolder(dataDir);
    const path = await realpath(dataDir);
    const file = join(path, "owner.json");
    await writeOwner(file, path, me);
    return { path, release: () => rm(file, { force: true }) };
  } catch (error) {
    throw error instanceof DatabaseStartError ? error : unwritable(dataDir, error);
  }
}

/** True when the process that claimed the folder is gone; a folder that nobody has claimed yet is not abandoned. */
export async function isAbandoned(dataDir: string): Promise<boolean> {
  const owner = await readOwner(join(dataDir, "owner.json"));
  return owner !== undefined && !(await stillRuns(owner));
}

/** Like a recursive mkdir, which never ends in folders such as /proc that answer ENOENT although they exist. */
async function makeFolder(path: string): Promise<void> {
  try {
    if (!existsSync(path)) await mkdir(path);
  } catch (error) {
    const isParentMissing = (error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync(dirname(path));
    if (!isParentMissing) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function writeOwner(file: string, dataDir: string, me: Owner): Promise<void> {
  try {
    await writeFile(file, JSON.stringify(me), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await takeOver(file, dataDir, me);
  }
}

async function takeOver(file: string, dataDir: string, me: Owner): Promise<void> {
  const owner = await readOwner(file);
  if (owner && (await stillRuns(owner))) throw inUse(dataDir, owner.pid);
  const mine = `${file}.${me.pid}`;
  await writeFile(mine, JSON.stringify(me));
  await rename(mine, file);
}

async function stillRuns(owner: Owner): Promise<boolean> {
  if (!isAlive(owner.pid)) return false;
  return owner.birth === undefined || owner.birth === (await birthOf(owner.pid));
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(file, "utf8")) as Partial<Owner>;
    return typeof owner.pid === "number" ? { pid: owner.pid, birth: owner.birth } : undefined;
  } catch {
    // Missing, or cut off by a crash in the middle of writing: nobody has it.
    return undefined;
  }
}

function inUse(dataDir: string, pid: number): DatabaseStartError {
  return new DatabaseStartError(
    "folder-in-use",
    `Another Ordskifte (process ${pid}) already uses ${dataDir}. Stop it, or choose another folder with DATA_DIR.`,
  );
}

function unwritable(dataDir: string, cause: unknown): DatabaseStartError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
  return new DatabaseStartError(
    "folder-unwritable",
    `Cannot write to ${dataDir} (${code}). Choose another folder with DATA_DIR.`,
    { cause },
  );
}
