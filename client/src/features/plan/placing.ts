/** Beside which item another one is held. */
export interface Spot {
  readonly itemId: string;
  readonly side: "before" | "after";
}

/**
 * After which item one comes that is put down there; null for the first place, and undefined where it stands there already.
 * `ids` are the programme's items in their order.
 */
export function placeAt(
  ids: readonly string[],
  held: string,
  { itemId, side }: Spot,
): string | null | undefined {
  if (itemId === held) return undefined;
  const others = ids.filter((id) => id !== held);
  const at = others.indexOf(itemId);
  const after = side === "after" ? itemId : (others[at - 1] ?? null);
  return after === placeOf(ids, held) ? undefined : after;
}

/** After which item one comes now; null for the first. */
export function placeOf(ids: readonly string[], itemId: string): string | null {
  return ids[ids.indexOf(itemId) - 1] ?? null;
}
