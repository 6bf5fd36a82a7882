interface Programmed<Item> {
  readonly programme: readonly Item[];
  readonly currentItemId: string | null;
}

export interface Steps<Item> {
  readonly current: Item | null;
  readonly next: Item | null;
  readonly previous: Item | null;
}

/** Where the gathering is, and what lies on either side. Before the first item, Next is the first. */
export function stepsIn<Item extends { readonly id: string }>({
  programme,
  currentItemId,
}: Programmed<Item>): Steps<Item> {
  const at = programme.findIndex(({ id }) => id === currentItemId);
  return {
    current: programme[at] ?? null,
    next: programme[at + 1] ?? null,
    previous: programme[at - 1] ?? null,
  };
}
