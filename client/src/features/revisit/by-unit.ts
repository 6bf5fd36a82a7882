import type { Contribution } from "../board/board-card.js";

export interface UnitShare {
  /** Null for cards that carry no unit. */
  readonly unit: NonNullable<Contribution["unit"]> | null;
  readonly cards: readonly Contribution[];
}

const inNorwegian = new Intl.Collator("nb");

/** Cards by the unit they speak for: units in the order of Norwegian names, cards in theirs, the unsigned last. */
export function byUnit(cards: readonly Contribution[]): UnitShare[] {
  const shares = new Map<string, Contribution[]>();
  for (const card of cards) {
    const key = card.unit?.id ?? "";
    shares.set(key, [...(shares.get(key) ?? []), card]);
  }
  return [...shares.values()]
    .map((inside) => ({ unit: inside[0]?.unit ?? null, cards: inside }))
    .toSorted(compareShares);
}

function compareShares(one: UnitShare, other: UnitShare): number {
  if (!one.unit || !other.unit) return Number(!one.unit) - Number(!other.unit);
  return inNorwegian.compare(one.unit.name, other.unit.name);
}
