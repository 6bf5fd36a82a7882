import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const manifest = fileURLToPath(import.meta.resolve("@ordskifte/schema/persisted-documents.json"));
const documents = Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>);

/** The text of one of our client's own operations. */
export const documentOf = (name: string): string => {
  const found = documents.find((text) => new RegExp(`(query|mutation|subscription) ${name}\\b`).test(text));
  if (!found) throw new Error(`The client has no operation ${name}.`);
  return found;
};
