import type { ContributionKind } from "@ordskifte/schema";
import {
  fromContribution,
  fromOutbox,
  withEdit,
  type BoardCard,
  type Contribution,
  type Surroundings,
} from "./board-card.js";

/** A challenge, an answer or another reply, with the replies to it. */
export interface Branch {
  readonly card: BoardCard;
  readonly replies: readonly BoardCard[];
}

/** A card that stands for itself, with what has grown under it. */
export interface BoardThread {
  readonly card: BoardCard;
  readonly branches: readonly Branch[];
  /** Ideas that live on in this one. */
  readonly merged: readonly BoardCard[];
}

export const columnKinds = {
  examples: ["PRACTICE_EXAMPLE"],
  ideas: ["IDEA"],
  thoughts: ["REFLECTION", "THEORY_INPUT"],
  takeaways: ["TAKEAWAY"],
} as const satisfies Record<string, readonly ContributionKind[]>;

export type ColumnName = keyof typeof columnKinds;

export interface Column {
  readonly name: ColumnName;
  readonly threads: readonly BoardThread[];
}

/**
 * All cards of a board in the order they were made: the server's, changed by what waits in the
 * outbox, and last the ones still on their way. A card is there once, under one id.
 */
export function cardsOf(contributions: readonly Contribution[], around: Surroundings): BoardCard[] {
  const { items } = around.sending;
  const known = new Set(contributions.map(({ id }) => id));
  const pending = items.filter(({ id }) => !known.has(id)).flatMap((item) => fromOutbox(item, around) ?? []);
  const changed = contributions.flatMap((contribution) =>
    withChanges(fromContribution(contribution), around),
  );
  return [...changed, ...pending];
}

/** Empty for a card that its author is withdrawing. */
function withChanges(card: BoardCard, { sending }: Surroundings): BoardCard[] {
  let shown = card;
  for (const item of sending.items) {
    if (!("contributionId" in item.input) || item.input.contributionId !== card.id) continue;
    if (item.name === "WithdrawContribution" && item.state.kind === "waiting") return [];
    if (item.name === "EditContribution" || item.name === "WithdrawContribution") {
      shown = withEdit(shown, item, sending);
    }
  }
  return [shown];
}

const replyLinks = new Set(["CHALLENGES", "ANSWERS"]);

/** The card that this one is written under; null for one that stands for itself. */
export function parentOf(card: BoardCard): string | null {
  return card.links.find(({ kind }) => replyLinks.has(kind))?.toId ?? null;
}

/** The card that this one came of, but does not stand under. */
export function sourceOf(card: BoardCard): string | null {
  const from = card.links.find(({ kind }) => kind === "SPRINGS_FROM" || kind === "TAKEN_HOME_FROM");
  return from?.toId ?? null;
}

/**
 * Sorts cards into columns of threads. A reply whose root is not there stands for itself; a reply
 * to a reply stays in its branch.
 */
export function columnsOf(cards: readonly BoardCard[]): Column[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const under = groupBy(cards, parentOf);
  const roots = cards.filter((card) => isRoot(card, byId));
  const merged = groupBy(cards, ({ mergedIntoId }) => mergedIntoId);
  const threads = roots.map((card) => ({
    card,
    branches: (under.get(card.id) ?? []).map((branch) => ({
      card: branch,
      replies: allUnder(branch, under),
    })),
    merged: merged.get(card.id) ?? [],
  }));
  return (Object.keys(columnKinds) as ColumnName[]).map((name) => ({
    name,
    threads: threads.filter(({ card }) => columnOf(card.kind) === name),
  }));
}

function isRoot(card: BoardCard, byId: ReadonlyMap<string, BoardCard>): boolean {
  const parent = parentOf(card);
  const isMerged = card.mergedIntoId !== null && byId.has(card.mergedIntoId);
  return !isMerged && (parent === null || !byId.has(parent));
}

/** Replies without their root stand among the examples. */
function columnOf(kind: ContributionKind): ColumnName {
  const names = Object.keys(columnKinds) as ColumnName[];
  return names.find((name) => columnKinds[name].some((other) => other === kind)) ?? "examples";
}

type Groups = ReadonlyMap<string | null, readonly BoardCard[]>;

function groupBy(cards: readonly BoardCard[], keyOf: (card: BoardCard) => string | null): Groups {
  const groups = new Map<string | null, BoardCard[]>();
  for (const card of cards) groups.set(keyOf(card), [...(groups.get(keyOf(card)) ?? []), card]);
  return groups;
}

function allUnder(card: BoardCard, under: Groups): BoardCard[] {
  return (under.get(card.id) ?? []).flatMap((reply) => [reply, ...allUnder(reply, under)]);
}

/** Which cards are in front of the reader. */
export interface Reading {
  readonly shown: ReadonlySet<string>;
  /** New cards of others that wait until the reader asks for them. */
  readonly held: readonly string[];
}

/** What a reader sees of `cards`, given what she has seen; `atEnd` when nothing under her eyes can move. */
export function read(cards: readonly BoardCard[], seen: ReadonlySet<string>, atEnd: boolean): Reading {
  const shown = new Set<string>();
  const held: string[] = [];
  for (const { id, isMine } of cards) {
    if (atEnd || isMine || seen.has(id)) shown.add(id);
    else held.push(id);
  }
  return { shown, held };
}
