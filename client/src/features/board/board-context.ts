import { createContext, useContext } from "react";
import { inShort } from "../../ui/marks.js";
import type { BoardCard } from "./board-card.js";
import type { Leave, RootKind } from "./invites.js";

/** What the reader has begun to do, in a window over the board. */
export type Task =
  | {
      readonly kind: "write";
      readonly what: RootKind;
      readonly to: BoardCard | null;
      readonly resend?: BoardCard;
    }
  | {
      readonly kind: "write";
      readonly what: "CHALLENGE" | "ANSWER" | "TAKEAWAY";
      readonly to: BoardCard;
      readonly resend?: BoardCard;
    }
  | { readonly kind: "edit"; readonly card: BoardCard }
  | { readonly kind: "withdraw"; readonly card: BoardCard }
  | { readonly kind: "hide"; readonly card: BoardCard }
  | { readonly kind: "merge"; readonly card: BoardCard };

export interface BoardContextValue {
  readonly gatheringId: string;
  readonly boardId: string;
  readonly leave: Leave;
  /** Ideas that were sent to the plenary. */
  readonly plenary: ReadonlySet<string>;
  readonly begin: (task: Task) => void;
  /** Shows a card that is held back if need be, and moves there. */
  readonly goTo: (cardId: string) => void;
}

/** Every card that this person may see, shown or not. Apart, because it changes with every card. */
export const CardsContext = createContext<ReadonlyMap<string, BoardCard>>(new Map());

export function useCards(): ReadonlyMap<string, BoardCard> {
  return useContext(CardsContext);
}

export const BoardContext = createContext<BoardContextValue | null>(null);

export function useBoardContext(): BoardContextValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error("useBoardContext outside a board");
  return value;
}

/** The id of a card's place in the page, which links can point at. */
export function placeOf(cardId: string): string {
  return `card-${cardId}`;
}

/** The card that a link's fragment points at; null for none. */
export function cardIn(hash: string): string | null {
  return hash.startsWith("#card-") ? hash.slice("#card-".length) : null;
}

/** A few words to name a card by. */
export function nameOf(card: BoardCard): string {
  return inShort(card.title ?? card.body);
}
