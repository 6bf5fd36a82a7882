import type { ApolloCache, Reference } from "@apollo/client/cache";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

/** Reads a field of a stored entity. */
type Read = (field: string, from: Reference) => unknown;
export type Compare = (left: Reference, right: Reference, read: Read) => number;

/** What changes in one list of references, in one batch. */
export interface ListChange {
  readonly put: readonly Reference[];
  /** Ids that are no longer in the list. */
  readonly gone: readonly string[];
}

interface Edge {
  readonly __typename?: string;
  readonly node: Reference;
}

interface Connection {
  readonly edges: readonly Edge[];
  readonly totalCount?: number;
}

/** Takes a written entity's reference; throws when the entity lacks what identifies it. */
export function refOf(cache: ApolloCache, entity: { __typename: string; id: string }): Reference {
  const key = cache.identify(entity);
  if (key === undefined) throw new Error(`${entity.__typename} without an id`);
  return { __ref: key };
}

/** Writes an entity by a named fragment and answers its key. */
export function writeEntity<Data extends { __typename: string; id: string }>(
  cache: ApolloCache,
  fragment: TypedDocumentNode<Data, unknown>,
  fragmentName: string,
  data: Data,
): string {
  const id = refOf(cache, data).__ref;
  cache.writeFragment<Data>({ id, fragment, fragmentName, data });
  return id;
}

/** Applies `change` to the plain list `field` of the entity `owner`, if that list is there. */
export function changeList(
  cache: ApolloCache,
  owner: string,
  field: string,
  change: ListChange,
  compare?: Compare,
): void {
  cache.modify<Record<string, readonly Reference[]>>({
    id: owner,
    fields: {
      [field]: (existing, { readField }) => changed(existing, change, readField, compare),
    },
  });
}

/** Applies `change` to the connection `field` of the entity `owner`, if it is there. */
export function changeConnection(
  cache: ApolloCache,
  owner: string,
  field: string,
  edgeType: string,
  change: ListChange,
  compare?: Compare,
): void {
  cache.modify<Record<string, Connection>>({
    id: owner,
    fields: {
      [field]: (existing, { readField }) => {
        const old = existing as unknown as Connection;
        const nodes = old.edges.map(({ node }) => node);
        const next = changed(nodes, change, readField, compare);
        const edges = next.map((node) => ({ __typename: edgeType, node }));
        return { ...old, edges, totalCount: edges.length };
      },
    },
  });
}

function changed(
  existing: readonly Reference[],
  { put, gone }: ListChange,
  read: Read,
  compare: Compare | undefined,
): readonly Reference[] {
  const known = new Set(existing.map(({ __ref }) => __ref));
  const left = new Set(gone);
  const added = put.filter(({ __ref }) => !known.has(__ref));
  const kept = existing.filter((ref) => !left.has(String(read("id", ref))));
  const next = [...kept, ...added];
  return compare ? next.toSorted((one, other) => compare(one, other, read)) : next;
}

/** Orders by the values of `fields`, the first one first. */
export function byFields(...fields: readonly string[]): Compare {
  return (left, right, read) => {
    for (const field of fields) {
      const order = compareValues(read(field, left), read(field, right));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [one, other] = [String(left), String(right)];
  return one === other ? 0 : one < other ? -1 : 1;
}
