// The import rule. A cruiser that cannot read TypeScript finds no modules, and no violations either: the count is
// part of the check.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { capture, ROOT } from "../workspace/run.mjs";

const FOLDERS = ["schema/src", "server/src", "client/src", "test/src", "scripts"];
const CRUISE = [
  "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  "--config",
  ".dependency-cruiser.mjs",
];

export async function imports() {
  const { code, output } = await capture(process.execPath, [...CRUISE, ...FOLDERS]);
  const cruised = Number(
    output
      .match(/\((\d+) modules|(\d+) modules,/)
      ?.slice(1)
      .find(Boolean) ?? 0,
  );
  const expected = FOLDERS.reduce((sum, folder) => sum + sourcesIn(folder), 0);
  if (cruised >= expected && expected > 0) return { code, output };
  return { code: 1, output: `${output}\nOnly ${cruised} modules were read, of ${expected} source files.` };
}

function sourcesIn(folder) {
  const names = readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true }).map(String);
  return names.filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.includes("generated")).length;
}
