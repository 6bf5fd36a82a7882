// The documents out of one generated file, into one file for each `.graphql` file: a bundler then takes to a screen what the
// screen uses. A fragment is written once, and what uses it refers to it.
//
// An operation is its hash, by which servers know its text. What reads a cache needs the parsed form: fragments have it,
// and so have the queries outside of the live layer, which Apollo's client asks.
import { basename, dirname } from "node:path";

const CONSTANT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<(.*)>;$/gm;
const LIVE = "client/src/live/operations";

/**
 * @param text the generated file
 * @param operations the sources: where each lies, and its parsed document
 * @returns the file without its documents but with their names, and the other files by name
 */
export function splitDocuments(text, operations) {
  const constants = [...text.matchAll(CONSTANT)].map(([, name, json, type]) => ({
    name,
    type: type.replace(/(?<=^|[<, ])(?!unknown)\w+/g, "types.$&"),
    document: JSON.parse(json),
  }));
  if (constants.length === 0) return { rest: text, files: new Map() };
  const homes = homesOf(operations);
  const files = new Map([["documents-fragments.ts", fragmentsFile(constants)]]);
  for (const constant of constants.filter(({ document }) => operationOf(document))) {
    const home = homes.get(operationOf(constant.document).name.value);
    const name = `documents-${basename(home, ".graphql")}.ts`;
    const isLive = dirname(home) === LIVE;
    files.set(name, `${files.get(name) ?? HEAD}${operationCode(constant, isLive)}`);
  }
  const exported = [...files.keys()].map((name) => `export * from "./${name.replace(/ts$/, "js")}";\n`);
  return { rest: `${text.replace(CONSTANT, "").trimEnd()}\n${exported.join("")}`, files };
}

/** The `.graphql` file that each operation stands in. */
function homesOf(operations) {
  return new Map(
    operations.flatMap(({ location, document }) =>
      document.definitions.map(({ name }) => [name?.value, location]),
    ),
  );
}

const operationOf = ({ definitions }) => definitions.find(({ kind }) => kind === "OperationDefinition");
const isFragment = ({ kind }) => kind === "FragmentDefinition";

function fragmentsFile(constants) {
  const fragments = new Map(
    constants
      .flatMap(({ document }) => document.definitions.filter(isFragment))
      .map((one) => [one.name.value, one]),
  );
  const shared = [...fragments].map(
    ([name, fragment]) => `export const ${name}Definition = ${JSON.stringify(fragment)};\n`,
  );
  const documents = constants
    .filter(({ document }) => !operationOf(document))
    .map(
      ({ name, type, document }) =>
        `export const ${name} = ${parsedCode(document, "")} as unknown as TypedDocumentNode<${type}>;\n`,
    );
  return [
    'import type { TypedDocumentNode } from "@graphql-typed-document-node/core";\n',
    'import type * as types from "./graphql.js";\n',
    ...shared,
    ...documents,
  ].join("");
}

const HEAD = [
  'import type { TypedDocumentNode } from "@graphql-typed-document-node/core";\n',
  'import type { Operation } from "../operation.js";\n',
  'import * as shared from "./documents-fragments.js";\n',
  'import type * as types from "./graphql.js";\n',
].join("");

function operationCode({ name, type, document }, isLive) {
  const operation = operationOf(document);
  const isAsked = operation.operation === "query" && !isLive;
  const fields = [`hash: ${JSON.stringify(document.__meta__.hash)}`];
  if (isAsked) fields.push(`...${parsedCode(document, "shared.")}`);
  const kind = isAsked ? `Operation<${type}> & TypedDocumentNode<${type}>` : `Operation<${type}>`;
  return `export const ${name} = { ${fields.join(", ")} } as unknown as ${kind};\n`;
}

/** The parsed form, with its fragments by name. */
function parsedCode({ definitions }, from) {
  const parts = definitions.map((one) =>
    isFragment(one) ? `${from}${one.name.value}Definition` : JSON.stringify(one),
  );
  return `{ kind: "Document", definitions: [${parts.join(", ")}] }`;
}
