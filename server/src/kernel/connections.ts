import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { description: "Where a page ends." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "Ask for what comes after this; null on an empty page." })
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
export const toPage = <Node>(nodes: readonly Node[], first: number, totalCount: number, cursorOf: (node: Node) => string): Page<Node> => {
  const edges = nodes.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return { edges, totalCount, pageInfo: { hasNextPage: nodes.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
};
