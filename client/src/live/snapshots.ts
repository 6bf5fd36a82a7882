import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";
import {
  BoardSnapshotDocument,
  GatheringPeoplePageDocument,
  GatheringSnapshotDocument,
  GatheringPulseFragmentDoc,
  PulseSnapshotDocument,
  WhoCallsDocument,
  limits,
  type BoardSnapshotQuery,
  type GatheringPeopleFragment,
} from "@ordskifte/schema";
import { writeBoardSnapshot } from "./board-cache.js";
import { writeEntity } from "./entity-lists.js";
import { writeGatheringSnapshot } from "./gathering-cache.js";

/** Asks the server, past the cache; throws Apollo's errors. */
async function ask<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const untied = query as TypedDocumentNode<Data>;
  const { data } = await client.query({ query: untied, variables, fetchPolicy: "no-cache" });
  if (data === undefined) throw new Error("An answer without data");
  return data;
}

/**
 * Fetches a whole board, page by page, and writes it in one go. The cursor is the first page's:
 * what happens between the pages comes once more in the feed.
 */
export async function fetchBoard(client: ApolloClient, id: string): Promise<string> {
  const page = (after: string | null) =>
    ask(client, BoardSnapshotDocument, { id, first: limits.boardPage, after });
  const { board } = await page(null);
  const edges = new Map(board.contributions.edges.map((edge) => [edge.node.id, edge]));
  let info = board.contributions.pageInfo;
  while (info.hasNextPage && info.endCursor) {
    const next: BoardSnapshotQuery = await page(info.endCursor);
    for (const edge of next.board.contributions.edges) edges.set(edge.node.id, edge);
    info = next.board.contributions.pageInfo;
  }
  const contributions = { ...board.contributions, edges: [...edges.values()], pageInfo: info };
  writeBoardSnapshot(client.cache, { ...board, contributions });
  return board.cursor;
}

/**
 * Fetches a gathering, with its live list of people where asked, and answers its cursor. `met` hears whose picture it
 * is before it is written.
 */
export async function fetchGathering(
  client: ApolloClient,
  id: string,
  withPeople: boolean,
  met: (personId: string | null) => void,
): Promise<string> {
  const { gathering, viewer } = await ask(client, GatheringSnapshotDocument, { id });
  const people = withPeople ? await fetchPeople(client, id) : null;
  const { cursor, ...view } = gathering;
  met(viewer.person?.id ?? null);
  writeGatheringSnapshot(client.cache, view, people);
  return cursor;
}

/** Fetches the counts of every board of a gathering. */
export async function fetchPulse(client: ApolloClient, gatheringId: string): Promise<void> {
  const { gathering } = await ask(client, PulseSnapshotDocument, { gatheringId });
  writeEntity(client.cache, GatheringPulseFragmentDoc, "GatheringPulse", gathering);
}

/** Asks the server whose session this is; null when it is nobody's. */
export async function fetchCaller(client: ApolloClient): Promise<string | null> {
  return (await ask(client, WhoCallsDocument, {})).viewer.person?.id ?? null;
}

async function fetchPeople(client: ApolloClient, id: string): Promise<GatheringPeopleFragment | null> {
  let after: string | null = null;
  let whole: GatheringPeopleFragment | null = null;
  do {
    const page: GatheringPeopleFragment = (
      await ask(client, GatheringPeoplePageDocument, { id, first: limits.peoplePage, after })
    ).gathering;
    whole = whole ? joined(whole, page) : page;
    after = page.people?.pageInfo.hasNextPage ? page.people.pageInfo.endCursor : null;
  } while (after !== null);
  return whole;
}

function joined(left: GatheringPeopleFragment, right: GatheringPeopleFragment): GatheringPeopleFragment {
  if (!left.people || !right.people) return right;
  const edges = [...left.people.edges, ...right.people.edges];
  return { ...right, people: { ...right.people, edges } };
}
