import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "./schema.js";

const FILE = fileURLToPath(new URL("../../../schema/schema.graphql", import.meta.url));

/** Writes the contract, in an order that does not depend on who was imported first; with `--check` only compares. */
async function emit(isCheck: boolean): Promise<void> {
  const text = `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;
  if (!isCheck) return writeFile(FILE, text);
  if ((await readFile(FILE, "utf8")) === text) return;
  console.error("schema/schema.graphql is not what the server builds. Run: pnpm --filter @ordskifte/server schema:emit");
  process.exitCode = 1;
}

await emit(process.argv.includes("--check"));
