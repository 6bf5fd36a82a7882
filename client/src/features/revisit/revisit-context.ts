import { createContext, use } from "react";
import type { GatheringView } from "../../live/index.js";
import type { Contribution } from "../board/board-card.js";

interface Revisit {
  readonly gathering: GatheringView;
  /** Every card by its id, as far as they have come. */
  readonly cards: ReadonlyMap<string, Contribution>;
  /** Where a card's trail is shown: an address that keeps what is chosen. */
  readonly trailOf: (cardId: string) => string;
}

export const RevisitContext = createContext<Revisit | null>(null);

export function useRevisit(): Revisit {
  const revisit = use(RevisitContext);
  if (!revisit) throw new Error("useRevisit outside the revisit page");
  return revisit;
}
