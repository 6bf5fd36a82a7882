// Remembers from which content something was made, so that it is only made again when that has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./run.mjs";

const root = fileURLToPath(ROOT);
const stampFile = (name) => join(root, "node_modules/.cache/ordskifte", name);

/**
 * Runs `make` unless `outputs` exist and were made from the same `inputs` (files and folders, relative to the
 * root). The stamp is taken away first: what was interrupted is made again.
 */
export async function whenChanged({ name, inputs, outputs }, make) {
  const hash = hashOf(inputs);
  const file = stampFile(name);
  const isFresh = outputs.every((path) => existsSync(join(root, path))) && readStamp(file) === hash;
  if (isFresh) return;
  rmSync(file, { force: true });
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function hashOf(inputs) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const path of inputs.flatMap((input) => filesIn(input))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
