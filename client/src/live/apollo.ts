import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import type { FieldPolicy, Reference } from "@apollo/client";
import { possibleTypes } from "@ordskifte/schema";
import { isOutdated } from "./errors.js";
import { loadAgain } from "./outdated.js";
import { byHash, hashOf } from "./trusted.js";

interface Page {
  readonly edges?: readonly unknown[];
}

const replace: FieldPolicy = { keyArgs: false, merge: (_existing, incoming: unknown) => incoming };

/** A list fetched page by page: a page with `after` is added, the first one replaces. */
function paged(keyArgs: string[] | false): FieldPolicy<Page, Page> {
  return {
    keyArgs,
    merge: (existing, incoming, { args }) =>
      args?.["after"] && existing
        ? { ...incoming, edges: [...(existing.edges ?? []), ...(incoming.edges ?? [])] }
        : incoming,
  };
}

const list: FieldPolicy<readonly Reference[]> = { merge: false };

/** The cache that queries, frames and the answers of mutations all write to. */
export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { gathering: reference("Gathering"), board: reference("Board") } },
      Gathering: {
        fields: {
          people: replace,
          contributions: paged(["filter"]),
          programme: list,
          groups: list,
          units: list,
          voteRounds: list,
          pulse: list,
          signs: list,
          turns: list,
        },
      },
      Board: { fields: { contributions: replace } },
      Network: { fields: { members: paged(false), units: list, gatherings: list } },
      VoteRound: { fields: { viewerBallots: list } },
      Group: { fields: { members: list } },
      BoardPulse: { keyFields: ["boardId"] },
      Sign: { keyFields: ["participantId"] },
      Turn: { keyFields: ["groupId"] },
      SignCount: { merge: true },
      GatheringViewer: { merge: true },
      Clock: { merge: true },
      Projection: { merge: true },
      HeadCount: { merge: true },
    },
  });
}

/** Lets a query by id find an entity that another query or a frame has brought. */
function reference(typename: string): FieldPolicy {
  return {
    read: (existing: Reference | undefined, { args, toReference }) =>
      existing ?? toReference({ __typename: typename, id: String(args?.["id"]) }),
  };
}

/** Documents go by their hash: a tenth of the bytes, and a server that answers nothing else need not. */
function hashing(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    operation.extensions = { ...operation.extensions, ...byHash(hashOf(operation.query)) };
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    return forward(operation);
  });
}

/** Queries and mutations go over HTTP; changes come over the socket and are not Apollo's business. */
export function makeApollo(uri: string): ApolloClient {
  return new ApolloClient({
    cache: makeCache(),
    link: ApolloLink.from([
      new ErrorLink(({ error }) => {
        if (isOutdated(error)) loadAgain();
      }),
      hashing(),
      new HttpLink({
        uri,
        credentials: "same-origin",
        // A form on another site cannot set this header, so the server can tell it from us.
        headers: { "apollo-require-preflight": "1" },
      }),
    ]),
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network" } },
  });
}
