import type { CardKind } from "../../ui/kinds.js";

interface Counted {
  readonly kind: CardKind;
  readonly count: number;
}

/** How many cards of each kind lie on all boards together; kinds that nobody wrote are left out. */
export function sumsOf(pulses: readonly { readonly cards: readonly Counted[] }[]): Counted[] {
  const sums = new Map<CardKind, number>();
  for (const { kind, count } of pulses.flatMap(({ cards }) => cards))
    sums.set(kind, (sums.get(kind) ?? 0) + count);
  return [...sums].map(([kind, count]) => ({ kind, count })).filter(({ count }) => count > 0);
}
