import type { ApolloCache } from "@apollo/client/cache";
import {
  BoardFieldsFragmentDoc,
  BoardViewFragmentDoc,
  ContributionFieldsFragmentDoc,
  UnitFieldsFragmentDoc,
  type BoardFieldsFragment,
  type BoardFrameFieldsFragment,
  type BoardViewFragment,
  type ContributionFieldsFragment,
} from "@ordskifte/schema";
import { byFields, changeConnection, refOf, writeEntity } from "./entity-lists.js";

/** Cards stand in the order they were made; two of the same instant by id, the same everywhere. */
const inOrder = byFields("createdAt", "id");

/** Replaces the picture of a board; cards that are no longer in it disappear from the board. */
export function writeBoardSnapshot(cache: ApolloCache, view: BoardViewFragment): void {
  const edges = view.contributions.edges.toSorted((left, right) => {
    const [one, other] = [orderKey(left.node), orderKey(right.node)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
  const contributions = { ...view.contributions, edges };
  writeEntity(cache, BoardViewFragmentDoc, "BoardView", { ...view, contributions });
}

function orderKey(card: ContributionFieldsFragment): string {
  return `${card.createdAt} ${card.id}`;
}

/** Applies one frame of a board's feed in one batch: the screen sees all of it or nothing. */
export function applyBoardFrame(
  cache: ApolloCache,
  boardId: string,
  changes: BoardFrameFieldsFragment["changes"],
): void {
  // The last word on each card counts.
  const cards = new Map<string, ContributionFieldsFragment>();
  const gone = new Set<string>();
  const note = (id: string, card: ContributionFieldsFragment | null) => {
    cards.delete(id);
    gone.delete(id);
    if (card) cards.set(id, card);
    else gone.add(id);
  };
  cache.batch({
    update: () => {
      for (const change of changes) {
        if (change.__typename === "BoardPut") writeBoard(cache, change.board);
        else if (change.__typename === "UnitPut")
          writeEntity(cache, UnitFieldsFragmentDoc, "UnitFields", change.unit);
        else if (change.__typename === "ContributionGone") note(change.id, null);
        // A page may be older than the server: what it does not know of it leaves alone.
        else if (change.__typename === "ContributionPut") note(change.contribution.id, change.contribution);
      }
      putCards(cache, boardId, [...cards.values()], [...gone]);
    },
  });
}

/** Applies what a mutation answered. `withdrawnId` names the card when the answer has none. */
export function applyBoardWritten(
  cache: ApolloCache,
  written: { board: BoardFieldsFragment; contribution: ContributionFieldsFragment | null },
  withdrawnId?: string,
): void {
  cache.batch({
    update: () => {
      writeBoard(cache, written.board);
      const cards = written.contribution ? [written.contribution] : [];
      const gone = written.contribution || !withdrawnId ? [] : [withdrawnId];
      putCards(cache, written.board.id, cards, gone);
    },
  });
}

function writeBoard(cache: ApolloCache, board: BoardFieldsFragment): void {
  writeEntity(cache, BoardFieldsFragmentDoc, "BoardFields", board);
}

function putCards(
  cache: ApolloCache,
  boardId: string,
  cards: readonly ContributionFieldsFragment[],
  gone: readonly string[],
): void {
  for (const card of cards) if (!isStale(cache, card)) writeCard(cache, card);
  const put = cards.map((card) => refOf(cache, card));
  const board = refOf(cache, { __typename: "Board", id: boardId }).__ref;
  changeConnection(cache, board, "contributions", "ContributionEdge", { put, gone }, inOrder);
  for (const id of gone) evictCard(cache, id);
}

function writeCard(cache: ApolloCache, card: ContributionFieldsFragment): void {
  writeEntity(cache, ContributionFieldsFragmentDoc, "ContributionFields", card);
}

/** A mutation's answer and a frame may cross on the way: the older of the two changes nothing. */
function isStale(cache: ApolloCache, card: ContributionFieldsFragment): boolean {
  const known = cache.readFragment({
    id: refOf(cache, card).__ref,
    fragment: ContributionFieldsFragmentDoc,
    fragmentName: "ContributionFields",
  });
  return known !== null && known.revision > card.revision;
}

const cardTypes: readonly ContributionFieldsFragment["__typename"][] = [
  "PracticeExample",
  "Challenge",
  "Answer",
  "Idea",
  "Reflection",
  "TheoryInput",
  "Takeaway",
];

function evictCard(cache: ApolloCache, id: string): void {
  for (const __typename of cardTypes) cache.evict({ id: refOf(cache, { __typename, id }).__ref });
}
