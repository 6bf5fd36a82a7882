import type { ContributionKind } from "@ordskifte/schema";
import type { Contribution } from "../board/board-card.js";

export const VIEWS = ["written", "votes", "takeaways"] as const;
export type View = (typeof VIEWS)[number];

export const KINDS: readonly ContributionKind[] = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "ANSWER",
  "IDEA",
  "REFLECTION",
  "THEORY_INPUT",
  "TAKEAWAY",
];

/** What the reader has asked to see. It lives in the address, so that back works and a link says the same to others. */
export interface Selection {
  readonly view: View;
  /** A programme item's id. */
  readonly part: string | null;
  /** A board's id. */
  readonly group: string | null;
  /** A unit's id. */
  readonly unit: string | null;
  readonly theme: string | null;
  readonly kinds: readonly ContributionKind[];
  /** Words to look for; empty for none. */
  readonly words: string;
}

/** Names in the address, in its order. */
export const SINGLE = ["part", "group", "unit", "theme"] as const;
export type SingleFilter = (typeof SINGLE)[number];

export function selectionOf(params: URLSearchParams): Selection {
  const view = VIEWS.find((name) => name === params.get("view")) ?? "written";
  const asked = params.getAll("kind");
  const kinds = KINDS.filter((kind) => asked.includes(kind));
  const words = (params.get("q") ?? "").trim();
  return { view, kinds, words, ...singles(params) };
}

function singles(params: URLSearchParams): Pick<Selection, SingleFilter> {
  const of = (name: SingleFilter) => params.get(name) || null;
  return { part: of("part"), group: of("group"), unit: of("unit"), theme: of("theme") };
}

/** The address of a selection, without an open card; nothing is said of what is not chosen. */
export function paramsOf(selection: Selection): URLSearchParams {
  const params = new URLSearchParams();
  if (selection.view !== "written") params.set("view", selection.view);
  for (const name of SINGLE) {
    const value = selection[name];
    if (value) params.set(name, value);
  }
  for (const kind of selection.kinds) params.append("kind", kind);
  if (selection.words) params.set("q", selection.words);
  return params;
}

/** How many filters are set; words are not one. */
export function countFilters(selection: Selection): number {
  return SINGLE.filter((name) => selection[name]).length + (selection.kinds.length > 0 ? 1 : 0);
}

/** Whether anything at all narrows what is shown. */
export function isNarrowed(selection: Selection): boolean {
  return countFilters(selection) > 0 || selection.words !== "";
}

/** Takes away everything that narrows, and keeps the view. */
export function widened({ view }: Selection): Selection {
  return { view, part: null, group: null, unit: null, theme: null, kinds: [], words: "" };
}

/** The selection as its view understands it: what is taken home has no theme of its own. */
export function narrowedTo(selection: Selection): Selection {
  return selection.view === "takeaways" ? { ...selection, theme: null, kinds: ["TAKEAWAY"] } : selection;
}

/** The theme of an example; null for every other kind of card. */
export function themeOf(card: Contribution): string | null {
  return card.__typename === "PracticeExample" ? card.theme : null;
}

/**
 * Whether a card is what was asked for.
 * @param hits ids of the cards with the words in them; null when no words were asked for
 */
export function isAskedFor(card: Contribution, asked: Selection, hits: ReadonlySet<string> | null): boolean {
  return (
    (!asked.part || card.itemId === asked.part) &&
    (!asked.group || card.boardId === asked.group) &&
    (!asked.unit || card.unit?.id === asked.unit) &&
    (!asked.theme || isSameTheme(themeOf(card), asked.theme)) &&
    (asked.kinds.length === 0 || asked.kinds.includes(card.kind)) &&
    (hits === null || hits.has(card.id))
  );
}

function isSameTheme(one: string | null, other: string): boolean {
  return one?.toLocaleLowerCase("nb") === other.toLocaleLowerCase("nb");
}
