// Does schema/ say what the server offers, and are the typed operations made from it? Both are made again here,
// compared, and put back as they were: a check changes nothing. `npm run schema` is what changes them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { capture, ROOT } from "../workspace/run.mjs";

const WRITTEN = ["schema/schema.graphql", "schema/src/generated"];
const COMMANDS = [["server/dist/emit-schema.js"], ["schema/scripts/codegen.mjs"]];

export async function schemaDrift() {
  const before = contents();
  try {
    const { code, output } = await makeAgain();
    return code === 0 ? compare(before, contents()) : { code, output };
  } finally {
    putBack(before);
  }
}

/** Writes the schema and the typed operations anew. The server must be built. */
export async function makeAgain() {
  for (const command of COMMANDS) {
    const result = await capture(process.execPath, command);
    if (result.code !== 0) return result;
  }
  return { code: 0, output: "" };
}

function compare(before, after) {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const stale = paths.filter((path) => before.get(path) !== after.get(path));
  const output = stale.map((path) => `${path} is out of date: npm run schema, then review and commit.`);
  return { code: stale.length === 0 ? 0 : 1, output: output.join("\n") };
}

function putBack(before) {
  for (const path of contents().keys()) if (!before.has(path)) rmSync(new URL(path, ROOT));
  for (const [path, text] of before) writeFileSync(new URL(path, ROOT), text);
}

function contents() {
  return new Map(WRITTEN.flatMap(filesIn).map((path) => [path, readFileSync(new URL(path, ROOT), "utf8")]));
}

function filesIn(path) {
  if (path.endsWith(".graphql")) return [path];
  return readdirSync(fileURLToPath(new URL(path, ROOT))).map((name) => `${path}/${name}`);
}
