import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const CACHE = resolve(import.meta.dirname, "../../node_modules/.cache/ordskifte");

/** A program and the environment that it needs on top of this process's own. */
export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * The Chromium that comes inside an npm package, unpacked once per version. It brings the few system libraries and
 * fonts that a bare Linux lacks; they are used only where the system has none.
 */
export async function packagedChromium(): Promise<Chromium> {
  const folder = await unpacked();
  const executablePath = join(folder, "chromium");
  const env: Record<string, string> = {};
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_PATH"] = join(folder, "fonts");
  if (!(await starts(executablePath))) env["LD_LIBRARY_PATH"] = join(folder, "al2023/lib");
  return { executablePath, env };
}

async function starts(executablePath: string): Promise<boolean> {
  return run(executablePath, ["--version"]).then(
    () => true,
    () => false,
  );
}

/** Several test files may come here at once: each unpacks beside the final place, and the first to finish wins. */
async function unpacked(): Promise<string> {
  const folder = join(CACHE, `chromium-${versionOfPackage()}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  await unpackInto(draft);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

/**
 * The package unpacks into the folder for temporary files, under fixed names that all users of a machine would
 * share, and leaves its libraries packed unless it believes to run in a bare cloud function.
 */
async function unpackInto(draft: string): Promise<void> {
  const program = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  await run(process.execPath, ["--input-type=module", "-e", program], { cwd: import.meta.dirname, env });
}

function versionOfPackage(): string {
  const resolvePackage = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = createRequire(import.meta.url)(join(dirname(resolvePackage), "../package.json")) as {
    version: string;
  };
  return manifest.version;
}
