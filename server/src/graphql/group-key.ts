import { type DocumentNode, getOperationAST, Kind, visit, type ExecutionArgs } from "graphql";
import { LRUCache } from "lru-cache";

interface Numbered {
  readonly number: number;
  /** Variables that say where to go on from and nothing else; they do not change what a frame looks like. */
  readonly cursors: ReadonlySet<string>;
}

/** One text for all who are of a group, instead of one for each. */
const texts = new LRUCache<string, string>({ max: 10_000 });

const same = (text: string): string => {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
};

const numbered = new WeakMap<DocumentNode, Map<string, Numbered>>();
let last = 0;

/** Variables that are used exactly once, as the argument `cursor` of a field at the root. */
const cursorsOf = (document: DocumentNode, operationName: string | null | undefined): Set<string> => {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  const cursors = new Set<string>();
  for (const field of getOperationAST(document, operationName)?.selectionSet.selections ?? []) {
    if (field.kind !== Kind.FIELD) continue;
    for (const { name, value } of field.arguments ?? []) {
      if (name.value === "cursor" && value.kind === Kind.VARIABLE && uses.get(value.name.value) === 1)
        cursors.add(value.name.value);
    }
  }
  return cursors;
};

const numberOf = ({ document, operationName }: ExecutionArgs): Numbered => {
  const byName = numbered.get(document) ?? new Map<string, Numbered>();
  numbered.set(document, byName);
  const known = byName.get(operationName ?? "");
  if (known) return known;
  const fresh = { number: ++last, cursors: cursorsOf(document, operationName) };
  byName.set(operationName ?? "", fresh);
  return fresh;
};

/**
 * The same for callers who ask the same: document, operation and variables, but for the cursor. Documents are told apart
 * by identity, since each text is parsed once (documents.ts).
 */
export const groupKey = (args: ExecutionArgs): string => {
  const { number, cursors } = numberOf(args);
  const variables = Object.entries(args.variableValues ?? {})
    .filter(([name]) => !cursors.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return same(`${number} ${JSON.stringify(variables)}`);
};
