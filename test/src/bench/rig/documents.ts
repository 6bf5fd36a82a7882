import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Operation } from "./caller.js";

const manifest = fileURLToPath(import.meta.resolve("@ordskifte/schema/persisted-documents.json"));
const documents = Object.entries(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>);

const found = (name: string): readonly [hash: string, text: string] => {
  const isNamed = new RegExp(`(query|mutation|subscription) ${name}\\b`);
  const document = documents.find(([, text]) => isNamed.test(text));
  if (!document) throw new Error(`The client has no operation ${name}.`);
  return document;
};

/** The text of one of our client's own operations. */
export const documentOf = (name: string): string => found(name)[1];

/** One of our client's own operations, asked for as the client does it over the socket: by the hash of its document. */
export const operationNamed = (name: string): ((variables: object) => Operation) => {
  const sha256Hash = found(name)[0].replace("sha256:", "");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  return (variables) => ({ query: "", extensions, variables });
};
