// Does schema/ say what the server offers, and are the typed operations made from it? Both are made again here.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { capture, ROOT } from "../workspace/run.mjs";

const WRITTEN = ["schema/schema.graphql", "schema/src/generated"];
const COMMANDS = [["server/dist/graphql/emit-schema.js"], ["schema/scripts/codegen.mjs"]];

export async function schemaDrift() {
  const before = contents();
  for (const command of COMMANDS) {
    const { code, output } = await capture(process.execPath, command);
    if (code !== 0) return { code, output };
  }
  const after = contents();
  const stale = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
  const output = stale.map(
    (path) => `${path} was out of date; it has been written again: review and commit it.`,
  );
  return { code: stale.length === 0 ? 0 : 1, output: output.join("\n") };
}

function contents() {
  return new Map(WRITTEN.flatMap(filesIn).map((path) => [path, readFileSync(new URL(path, ROOT), "utf8")]));
}

function filesIn(path) {
  if (path.endsWith(".graphql")) return [path];
  return readdirSync(fileURLToPath(new URL(path, ROOT))).map((name) => `${path}/${name}`);
}
