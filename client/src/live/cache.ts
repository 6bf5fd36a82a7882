import { InMemoryCache, type FieldPolicy, type Reference } from "@apollo/client/cache";
import { possibleTypes } from "@ordskifte/schema";

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

/** A list of things without ids of their own: the newer one replaces it whole. */
const whole: FieldPolicy<readonly unknown[]> = { merge: false };

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
          groupReady: list,
          turns: list,
          plenaryIdeas: list,
        },
      },
      Board: { fields: { contributions: replace } },
      Network: { fields: { members: paged(false), units: list, gatherings: list } },
      VoteRound: { fields: { viewerBallots: list, candidates: whole, results: whole } },
      Group: { fields: { members: list } },
      Ballot: { fields: { choices: whole } },
      Contribution: { fields: { links: whole } },
      BoardPulse: { keyFields: ["boardId"], fields: { cards: whole } },
      Sign: { keyFields: ["participantId"] },
      GroupReady: { keyFields: ["groupId"] },
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
