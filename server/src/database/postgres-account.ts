import { execFile, type SpawnOptions } from "node:child_process";
import { lchown, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DatabaseStartError } from "./start-error.js";

const run = promisify(execFile);
const UNSHARE = ["unshare", "-U", "--map-user=1000", "--map-group=1000", "--"] as const;
const NOBODY = 65534;

/** How a Postgres program is started: Postgres refuses to run as root. */
export interface PostgresAccount {
  /** Words to put before the program's own path. */
  prefix: readonly string[];
  spawnAs: Pick<SpawnOptions, "uid" | "gid">;
  /** Makes `folder` and everything in it belong to whom the program will run as. */
  adopt(folder: string): Promise<void>;
}

const ordinary: PostgresAccount = { prefix: [], spawnAs: {}, adopt: async () => {} };

/**
 * Chooses the account for programs that work in `folder`. An ordinary user runs them directly. Root runs them as
 * root in a user namespace where root looks like uid 1000; where namespaces are forbidden, as uid 65534. A folder
 * that already belongs to an ordinary user keeps its owner.
 */
export async function chooseAccount(program: string, folder: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return ordinary;
  const { uid, gid } = await lstat(folder);
  if (uid !== 0) return checked(program, userAccount(uid, gid));
  if (await works(program, namespaced)) return namespaced;
  return checked(program, userAccount(NOBODY, NOBODY));
}

const namespaced: PostgresAccount = {
  prefix: UNSHARE,
  spawnAs: {},
  adopt: (folder) => chownAll(folder, 0, 0),
};

function userAccount(uid: number, gid: number): PostgresAccount {
  return { prefix: [], spawnAs: { uid, gid }, adopt: (folder) => chownAll(folder, uid, gid) };
}

async function checked(program: string, account: PostgresAccount): Promise<PostgresAccount> {
  if (await works(program, account)) return account;
  throw new DatabaseStartError(
    "account-unsuitable",
    "Postgres does not run as root, and no other account can be used here. Start Ordskifte as an ordinary user.",
  );
}

async function works(program: string, account: PostgresAccount): Promise<boolean> {
  const [command, ...words] = [...account.prefix, program, "--version"];
  return run(command ?? program, words, { ...account.spawnAs, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

async function chownAll(path: string, uid: number, gid: number): Promise<void> {
  const entry = await lstat(path);
  if (entry.uid === uid && entry.gid === gid) return;
  if (entry.isDirectory()) {
    for (const name of await readdir(path)) await chownAll(join(path, name), uid, gid);
  }
  // The folder itself comes last: when this is cut short, the next start sees that it is not done.
  await lchown(path, uid, gid);
}
