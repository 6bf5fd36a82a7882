interface Programmed<Item> {
  readonly state: string;
  readonly currentItemId: string | null;
  readonly programme: readonly Item[];
}

/** What is on; before the day the task that is done at home, and after it the one that is left to do there. */
export function itemAtHand<Item extends { readonly id: string; readonly atHome: boolean }>({
  state,
  currentItemId,
  programme,
}: Programmed<Item>): Item | null {
  const current = programme.find(({ id }) => id === currentItemId);
  if (state === "PREPARING") return current ?? programme.find(({ atHome }) => atHome) ?? null;
  if (state === "FOLLOW_UP" && programme.at(-1)?.atHome) return programme.at(-1) ?? null;
  return current ?? null;
}
