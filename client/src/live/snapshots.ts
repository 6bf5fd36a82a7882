import type { ApolloCache } from "@apollo/client/cache";
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
import type { Server } from "./server.js";

/** Where pictures come from, and where they are kept. */
export interface Source {
  readonly server: Server;
  readonly cache: ApolloCache;
}

/**
 * Fetches a whole board, page by page, and writes it in one go. The cursor is the first page's:
 * what happens between the pages comes once more in the feed.
 */
export async function fetchBoard({ server, cache }: Source, id: string): Promise<string> {
  const page = (after: string | null) =>
    server.ask(BoardSnapshotDocument, { id, first: limits.boardPage, after });
  const { board } = await page(null);
  const edges = new Map(board.contributions.edges.map((edge) => [edge.node.id, edge]));
  let info = board.contributions.pageInfo;
  while (info.hasNextPage && info.endCursor) {
    const next: BoardSnapshotQuery = await page(info.endCursor);
    for (const edge of next.board.contributions.edges) edges.set(edge.node.id, edge);
    info = next.board.contributions.pageInfo;
  }
  const contributions = { ...board.contributions, edges: [...edges.values()], pageInfo: info };
  writeBoardSnapshot(cache, { ...board, contributions });
  return board.cursor;
}

/**
 * Fetches a gathering, with its live list of people where asked, and answers its cursor. `met` hears whose picture it
 * is before it is written.
 */
export async function fetchGathering(
  { server, cache }: Source,
  id: string,
  withPeople: boolean,
  met: (personId: string | null) => void,
): Promise<string> {
  const { gathering, viewer } = await server.ask(GatheringSnapshotDocument, { id });
  const people = withPeople ? await fetchPeople(server, id) : null;
  const { cursor, ...view } = gathering;
  met(viewer.person?.id ?? null);
  writeGatheringSnapshot(cache, view, people);
  return cursor;
}

/** Fetches the counts of every board of a gathering. */
export async function fetchPulse({ server, cache }: Source, gatheringId: string): Promise<void> {
  const { gathering } = await server.ask(PulseSnapshotDocument, { gatheringId });
  writeEntity(cache, GatheringPulseFragmentDoc, "GatheringPulse", gathering);
}

/** Asks the server whose session this is; null when it is nobody's. */
export async function fetchCaller(server: Server): Promise<string | null> {
  return (await server.ask(WhoCallsDocument, {})).viewer.person?.id ?? null;
}

async function fetchPeople(server: Server, id: string): Promise<GatheringPeopleFragment | null> {
  let after: string | null = null;
  let whole: GatheringPeopleFragment | null = null;
  do {
    const page: GatheringPeopleFragment = (
      await server.ask(GatheringPeoplePageDocument, { id, first: limits.peoplePage, after })
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
