import type { GatheringView } from "../../live/index.js";
import type { Contribution } from "../board/board-card.js";
import { themeOf, type SingleFilter } from "./selection.js";

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Cards that it would show by itself. */
  readonly count: number;
}

const inNorwegian = new Intl.Collator("nb", { numeric: true });

/** What there is to choose among: only what somebody has written in, so that no choice leads to an empty page. */
export function choicesIn(
  cards: readonly Contribution[],
  gathering: GatheringView,
  groupName: (boardId: string) => string,
): Record<SingleFilter, Choice[]> {
  const titles = new Map(gathering.programme.map(({ id, title }) => [id, title]));
  const parts = counted(cards, ({ itemId }) => itemId);
  const units = new Map(cards.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : [])));
  return {
    part: gathering.programme.flatMap(({ id }) => choiceOf(id, titles.get(id) ?? "", parts.get(id))),
    group: named(
      counted(cards, ({ boardId }) => boardId),
      groupName,
    ),
    unit: named(
      counted(cards, ({ unit }) => unit?.id ?? null),
      (id) => units.get(id) ?? "",
    ),
    theme: named(counted(cards, themeOf), (theme) => theme),
  };
}

function choiceOf(value: string, name: string, count: number | undefined): Choice[] {
  return count ? [{ value, name, count }] : [];
}

function named(counts: ReadonlyMap<string, number>, nameOf: (value: string) => string): Choice[] {
  return [...counts]
    .map(([value, count]) => ({ value, count, name: nameOf(value) }))
    .toSorted((one, other) => inNorwegian.compare(one.name, other.name));
}

/** How many cards have each value; values that differ in case only are one, as for the server. */
function counted(
  cards: readonly Contribution[],
  valueOf: (card: Contribution) => string | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  const spelled = new Map<string, string>();
  for (const card of cards) {
    const value = valueOf(card);
    if (!value) continue;
    const plain = value.toLocaleLowerCase("nb");
    const known = spelled.get(plain) ?? value;
    spelled.set(plain, known);
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  return counts;
}
