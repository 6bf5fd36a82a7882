import type { BoardCard } from "./board-card.js";
import type { Task } from "./board-context.js";
import { parentOf, sourceOf } from "./board-model.js";

/**
 * The window in which an unsent card is written on: the form it came from, filled with its words.
 * Null when what it was written to is no longer there.
 */
export function writeTaskOf(card: BoardCard, cards: ReadonlyMap<string, BoardCard>): Task | null {
  // A card that the server knows: what was not sent is a change of it.
  if (card.delivery?.kind !== "saved" && card.delivery && card.delivery.itemId !== card.id) {
    return { kind: "edit", card };
  }
  const to = cards.get(parentOf(card) ?? sourceOf(card) ?? "") ?? null;
  const { kind } = card;
  if (kind !== "CHALLENGE" && kind !== "ANSWER" && kind !== "TAKEAWAY") {
    return { kind: "write", what: kind, to, resend: card };
  }
  return to ? { kind: "write", what: kind, to, resend: card } : null;
}
