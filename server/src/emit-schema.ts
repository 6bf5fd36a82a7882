import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "./graphql/schema.js";

const FILE = fileURLToPath(new URL("../../schema/schema.graphql", import.meta.url));

// Sorted, so that it does not depend on which module was imported first.
await writeFile(FILE, `${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
