import { within } from "@ordskifte/schema";
import { Field, Int, ObjectType } from "type-graphql";
import { badInput } from "./errors.js";
import { isUuid } from "./ids.js";

@ObjectType("PageInfo", { description: "Where a page ends." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Ask for what comes after this; null on an empty page.",
  })
  endCursor!: string | null;
}

/** A class that type-graphql knows as an output type: concrete, or the abstract class of an interface. */
type OutputClass<Node> = abstract new (...args: never[]) => Node;

/** The edge and connection types of a long list. `name` is the GraphQL name of a node, `what` names many in a sentence. */
export const pageOf = <Node extends object>(name: string, node: OutputClass<Node>, what: string) => {
  @ObjectType(`${name}Edge`, { description: `${what}, one with its place in the list.` })
  class Edge {
    @Field(() => String, { description: "The place in the list; opaque." })
    cursor!: string;

    @Field(() => node as new () => Node, { description: "What stands there." })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `${what}, a page at a time.` })
  class Connection {
    @Field(() => [Edge], { description: "This page." })
    edges!: Edge[];

    @Field(() => PageInfo, { description: "Where it ends." })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "How many there are in all." })
    totalCount!: number;
  }

  return { Edge, Connection };
};

export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** A page from `first + 1` nodes: the one too many tells that there is more. */
export const toPage = <Node>(
  nodes: readonly Node[],
  first: number,
  totalCount: number,
  cursorOf: (node: Node) => string,
): Page<Node> => {
  const edges = nodes.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    totalCount,
    pageInfo: { hasNextPage: nodes.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
};

/** The part of a long list that was asked for, where places in the list are ids. */
export interface Range {
  readonly first: number;
  readonly after: string | null;
}

/** Throws BAD_INPUT for a page that nobody gets, and for a place that is in no list. */
export const rangeOf = (first: number, after: string | null | undefined, max: number): Range => {
  if (!within({ min: 1, max }, first)) throw badInput(`first must be between 1 and ${max}.`);
  if (after && !isUuid(after)) throw badInput("after is no place in this list.");
  return { first, after: after || null };
};
