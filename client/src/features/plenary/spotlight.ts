import type { LinkKind } from "@ordskifte/schema";

interface Linked {
  readonly id: string;
  readonly links: readonly { readonly kind: LinkKind; readonly toId: string }[];
}

export interface Branch<Card> {
  readonly card: Card;
  readonly answers: readonly Card[];
}

/** The challenges to a card, each with every answer under it, in the order they were written. */
export function branchesOf<Card extends Linked>(cardId: string, cards: readonly Card[]): Branch<Card>[] {
  const under = (id: string, kind: LinkKind) =>
    cards.filter(({ links }) => links.some((link) => link.kind === kind && link.toId === id));
  const answersTo = (id: string, seen: ReadonlySet<string>): Card[] =>
    under(id, "ANSWERS").flatMap((answer) =>
      seen.has(answer.id) ? [] : [answer, ...answersTo(answer.id, new Set([...seen, answer.id]))],
    );
  return under(cardId, "CHALLENGES").map((card) => ({
    card,
    answers: answersTo(card.id, new Set([card.id])),
  }));
}
