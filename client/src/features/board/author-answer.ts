import type { BoardCard, Viewer } from "./board-card.js";
import { parentOf } from "./board-model.js";

type Cards = ReadonlyMap<string, BoardCard>;

/** Whether this person may answer for those who wrote what `challenge` challenges. */
export function answersFor(challenge: BoardCard, cards: Cards, viewer: Viewer): boolean {
  const challenged = cards.get(parentOf(challenge) ?? "");
  if (!challenged || !viewer) return false;
  return challenged.isMine || (challenged.unitId !== null && challenged.unitId === viewer.unit.id);
}

/** Whether this person may mark `card` as the author's own answer, or take the mark away. */
export function mayMark(card: BoardCard, cards: Cards, viewer: Viewer): boolean {
  const challenge = card.kind === "ANSWER" ? cards.get(parentOf(card) ?? "") : undefined;
  return challenge ? answersFor(challenge, cards, viewer) : false;
}
