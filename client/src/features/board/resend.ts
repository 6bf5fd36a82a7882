import type { Outbox } from "../../live/index.js";
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

/** Posts a withdrawn card's words anew, where they stood: it becomes a new card with its own id. */
export function postAgain(card: BoardCard, boardId: string, outbox: Pick<Outbox, "send">): void {
  const { language, body } = card;
  const toId = parentOf(card) ?? sourceOf(card);
  if (card.kind === "TAKEAWAY") {
    if (toId) outbox.send("TakeHome", { contributionId: toId, body, language }, boardId);
    return;
  }
  const { kind, itemId, fromAuthor, title, lens, challengeUsOn, theme } = card;
  const words = { body, language, title, lens, challengeUsOn, theme };
  outbox.send("PostContribution", { boardId, kind, toId, itemId, fromAuthor, ...words }, boardId);
}
