import type { Language } from "@ordskifte/schema";

interface Taken {
  readonly id: string;
  readonly language: Language | null;
  readonly body: string;
  readonly createdAt: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
}

/** What a unit takes home, in its own words. */
export interface UnitPromise {
  readonly id: string;
  readonly unit: string;
  readonly language: Language | null;
  readonly body: string;
}

/** One from each unit, the one it chose last, in the order of the units' names: nobody is ranked. */
export function promisesOf(cards: readonly Taken[]): UnitPromise[] {
  const last = new Map<string, Taken>();
  for (const card of cards.toSorted((left, right) => (left.createdAt < right.createdAt ? -1 : 1)))
    if (card.unit) last.set(card.unit.id, card);
  return [...last.values()]
    .map(({ id, body, language, unit }) => ({ id, body, language, unit: unit?.name ?? "" }))
    .toSorted((left, right) => left.unit.localeCompare(right.unit, "nb"));
}
