import type { BoardCard, Contribution } from "../board/board-card.js";
import { fromContribution } from "../board/board-card.js";
import { type BoardThread, columnsOf, type ColumnName } from "../board/board-model.js";

/** A thread of which at least one card was asked for, shown whole: a challenge alone cannot be understood. */
export interface Conversation {
  readonly column: ColumnName;
  readonly thread: BoardThread;
  /** The cards in it that were asked for; empty when all of them were, for then there is nothing to point at. */
  readonly hits: ReadonlySet<string>;
}

/** Conversations in reading order: examples, ideas, thoughts, what was taken home. */
export function conversationsOf(
  cards: readonly Contribution[],
  isAskedFor: (card: Contribution) => boolean,
): Conversation[] {
  const asked = new Set(cards.filter(isAskedFor).map(({ id }) => id));
  return columnsOf(cards.map(fromContribution)).flatMap(({ name, threads }) =>
    threads.flatMap((thread) => {
      const all = cardsIn(thread).map(({ id }) => id);
      const found = all.filter((id) => asked.has(id));
      if (found.length === 0) return [];
      return { column: name, thread, hits: new Set(found.length === all.length ? [] : found) };
    }),
  );
}

/** Every card of a thread, in reading order. */
function cardsIn({ card, branches, merged }: BoardThread): BoardCard[] {
  return [card, ...branches.flatMap((branch) => [branch.card, ...branch.replies]), ...merged];
}
