import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** What one request may be, on HTTP and on the socket alike. Our own client needs less than half. */
export const LIMITS = {
  /** Bytes of one HTTP body or one socket message. */
  messageBytes: 64 * 1024,
  /** Bytes of the document inside it. */
  documentBytes: 16 * 1024,
  tokens: 2_000,
  depth: 14,
  /** Counted with every fragment written out where it is used. */
  fields: 1_000,
  aliases: 30,
  rootFields: 10,
  directives: 30,
  operations: 10,
  /** Operations that one socket may have running at a time, subscriptions included. */
  operationsPerSocket: 30,
} as const;

export type Limit = keyof typeof LIMITS;

const WORDS: Record<Limit, string> = {
  messageBytes: "The message is too big",
  documentBytes: "The document is too big",
  tokens: "The document has too many tokens",
  depth: "The document is nested too deeply",
  fields: "The document asks for too many fields",
  aliases: "The document has too many aliases",
  rootFields: "The document has too many root fields",
  directives: "The document has too many directives",
  operations: "The document has too many operations",
  operationsPerSocket: "Too many operations are running on this socket",
};

export const overLimit = (limit: Limit): GraphQLError =>
  new GraphQLError(`${WORDS[limit]}: at most ${LIMITS[limit]}.`, { extensions: { code: "OVER_LIMIT" } });

/** What is counted of a selection set with its fragments written out. */
interface Weight {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
  /** Fields at the set's own level. */
  width: number;
}

/**
 * The first limit a parsed document passes, or null. Each fragment is weighed once, so that fragments that use
 * fragments, which would be millions of fields written out, cost no more than their own length. A fragment that uses
 * itself weighs nothing there; validation refuses it afterwards.
 */
export function passedLimit(document: DocumentNode): Limit | null {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > LIMITS.operations) return "operations";
  const scale = new Scale(document);
  for (const operation of operations) {
    const passed = passedBy(operation, scale);
    if (passed) return passed;
  }
  // Fragments that no operation uses are read by validation too.
  return (
    scale
      .everyFragment()
      .map(passedByWeight)
      .find((limit) => limit !== null) ?? null
  );
}

function passedBy(operation: OperationDefinitionNode, scale: Scale): Limit | null {
  const weight = scale.weigh(operation.selectionSet);
  const onVariables =
    operation.variableDefinitions?.map((variable) => variable.directives?.length ?? 0) ?? [];
  const own = (operation.directives?.length ?? 0) + onVariables.reduce((sum, count) => sum + count, 0);
  if (weight.width > LIMITS.rootFields) return "rootFields";
  return passedByWeight({ ...weight, directives: weight.directives + own });
}

function passedByWeight(weight: Weight): Limit | null {
  const counted = ["depth", "fields", "aliases", "directives"] as const;
  return counted.find((limit) => weight[limit] > LIMITS[limit]) ?? null;
}

class Scale {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly weighed = new Map<string, Weight>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  everyFragment(): Weight[] {
    return [...this.fragments.keys()].map((name) => this.weighFragment(name));
  }

  weigh(set: SelectionSetNode | undefined): Weight {
    const total = nothing();
    for (const selection of set?.selections ?? []) add(total, this.weighSelection(selection));
    return total;
  }

  private weighSelection(selection: SelectionNode): Weight {
    const weight = this.weighInside(selection);
    const directives = weight.directives + (selection.directives?.length ?? 0);
    if (selection.kind !== Kind.FIELD) return { ...weight, directives };
    const { depth, fields, aliases } = weight;
    return {
      depth: depth + 1,
      fields: fields + 1,
      aliases: aliases + (selection.alias ? 1 : 0),
      directives,
      width: 1,
    };
  }

  private weighInside(selection: SelectionNode): Weight {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.weighFragment(selection.name.value);
    return this.weigh(selection.selectionSet);
  }

  private weighFragment(name: string): Weight {
    const before = this.weighed.get(name);
    if (before) return before;
    this.weighed.set(name, nothing());
    const weight = this.weigh(this.fragments.get(name)?.selectionSet);
    this.weighed.set(name, weight);
    return weight;
  }
}

const nothing = (): Weight => ({ depth: 0, fields: 0, aliases: 0, directives: 0, width: 0 });

function add(total: Weight, part: Weight): void {
  total.depth = Math.max(total.depth, part.depth);
  total.fields += part.fields;
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.width += part.width;
}
