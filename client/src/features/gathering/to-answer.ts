import type { BoardCard } from "../board/board-card.js";

/** Challenges to this person's cards, or to her unit's, that nobody has answered yet. */
export function challengesToAnswer(cards: readonly BoardCard[], unitId: string | null): BoardCard[] {
  const ours = new Set(cards.filter((card) => isOurs(card, unitId)).map(({ id }) => id));
  const answered = new Set(cards.flatMap((card) => targets(card, "ANSWERS")));
  return cards.filter(
    (card) =>
      !isOurs(card, unitId) &&
      !answered.has(card.id) &&
      targets(card, "CHALLENGES").some((id) => ours.has(id)),
  );
}

function isOurs(card: BoardCard, unitId: string | null): boolean {
  return card.isMine || (unitId !== null && card.unitId === unitId);
}

function targets(card: BoardCard, kind: "ANSWERS" | "CHALLENGES"): string[] {
  return card.links.filter((link) => link.kind === kind).map(({ toId }) => toId);
}
