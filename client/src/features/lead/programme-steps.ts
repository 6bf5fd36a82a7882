interface Programmed<Item> {
  readonly programme: readonly Item[];
  readonly currentItemId: string | null;
}

export interface Steps<Item> {
  readonly current: Item | null;
  readonly next: Item | null;
  readonly previous: Item | null;
}

/**
 * Where the gathering is, and what lies on either side. Before anything is on, Next is the first item that people are
 * together for: what is done at home beforehand is over by then.
 */
export function stepsIn<Item extends { readonly id: string; readonly atHome: boolean }>({
  programme,
  currentItemId,
}: Programmed<Item>): Steps<Item> {
  const at = programme.findIndex(({ id }) => id === currentItemId);
  return {
    current: programme[at] ?? null,
    next: (at < 0 && programme.find(({ atHome }) => !atHome)) || (programme[at + 1] ?? null),
    previous: programme[at - 1] ?? null,
  };
}
