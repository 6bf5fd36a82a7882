import {
  type ContributionKind,
  type GatheringCardsQuery,
  GatheringCardsDocument,
  limits,
} from "@ordskifte/schema";
import { useEffect, useState } from "react";
import { useLive } from "../../live/index.js";

export type GatheringCard = GatheringCardsQuery["gathering"]["contributions"]["edges"][number]["node"];

type Server = ReturnType<typeof useLive>["server"];

interface Fetched {
  /** Null until the first answer. */
  readonly cards: readonly GatheringCard[] | null;
  /** No answer came, and there was none before. */
  readonly isFailed: boolean;
  readonly again: () => void;
}

/**
 * Cards of some kinds over all boards that this viewer may see, fetched again when `freshness` changes. An answer that
 * does not come leaves what was there.
 */
export function useFetchedCards(
  gatheringId: string,
  kind: ContributionKind,
  freshness: string | number,
): Fetched {
  const { server } = useLive();
  const [cards, setCards] = useState<readonly GatheringCard[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    fetchCards(server, gatheringId, kind).then(
      (found) => wanted && setCards(found),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [server, gatheringId, kind, freshness, tries]);
  return { cards, isFailed: isFailed && !cards, again: () => setTries((before) => before + 1) };
}

/** The same, where nothing is said about an answer that does not come. */
export function useCards(...asked: Parameters<typeof useFetchedCards>): readonly GatheringCard[] | null {
  return useFetchedCards(...asked).cards;
}

async function fetchCards(server: Server, id: string, kind: ContributionKind): Promise<GatheringCard[]> {
  const cards = new Map<string, GatheringCard>();
  let after: string | null = null;
  do {
    const variables = { id, filter: { kinds: [kind] }, first: limits.gatheringPage, after };
    const answer: GatheringCardsQuery = await server.ask(GatheringCardsDocument, variables);
    const page = answer.gathering.contributions;
    for (const { node } of page.edges) cards.set(node.id, node);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return [...cards.values()];
}

/** Ideas that stand for themselves and that everybody may read. */
export function standingIdeas(cards: readonly GatheringCard[]): GatheringCard[] {
  return cards.filter(
    (card) => card.__typename === "Idea" && card.mergedIntoId === null && card.visibility === "OPEN",
  );
}

/** Name and unit; null on an anonymous card. */
export function signatureOf({ author, unit }: Pick<GatheringCard, "author" | "unit">): string | null {
  if (!author) return null;
  return unit ? `${author.name}, ${unit.name}` : author.name;
}
