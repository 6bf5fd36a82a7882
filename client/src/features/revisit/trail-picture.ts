import type { CardTrailQuery, ContributionKind, LinkKind } from "@ordskifte/schema";
import type { Contribution } from "../board/board-card.js";

type AnswerTrail = CardTrailQuery["trail"];

/** One way from a card to what came of it. */
export interface TrailWay {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
}

export interface TrailPicture {
  /** Cards from left to right: no way leads to the left. Within a column the oldest stands first. */
  readonly columns: readonly (readonly Contribution[])[];
  readonly ways: readonly TrailWay[];
  /** The same cards as a list to be read: each after what it came of. */
  readonly inOrder: readonly Contribution[];
}

/** How far along a trail a kind of card usually stands. */
const USUAL: Record<ContributionKind, number> = {
  THEORY_INPUT: 0,
  PRACTICE_EXAMPLE: 0,
  REFLECTION: 0,
  CHALLENGE: 1,
  ANSWER: 2,
  IDEA: 3,
  TAKEAWAY: 4,
};

/** Lays a trail out, from where it began to what was taken home. */
export function pictureOf({ steps, links }: AnswerTrail): TrailPicture {
  const ways = links.map(wayOf);
  const place = placesOf(steps, ways);
  const taken = [...new Set(place.values())].toSorted((one, other) => one - other);
  const columns = taken.map((at) => steps.filter(({ id }) => place.get(id) === at));
  return { columns, ways, inOrder: readingOrder(steps, ways) };
}

/** A link is stored with the later card; only a merged idea points onward itself. */
function wayOf({ fromId, toId, kind }: AnswerTrail["links"][number]): TrailWay {
  return kind === "MERGED_INTO" ? { from: fromId, to: toId, kind } : { from: toId, to: fromId, kind };
}

/** Each card after all it came of, and no earlier than its kind usually stands. Ends on a ring of links, too. */
function placesOf(steps: readonly Contribution[], ways: readonly TrailWay[]): Map<string, number> {
  const place = new Map(steps.map(({ id, kind }) => [id, USUAL[kind]]));
  for (const _round of steps) {
    for (const { from, to } of ways) {
      place.set(to, Math.max(place.get(to) ?? 0, (place.get(from) ?? 0) + 1));
    }
  }
  return place;
}

function readingOrder(steps: readonly Contribution[], ways: readonly TrailWay[]): Contribution[] {
  const order = new Set<Contribution>();
  const visit = (card: Contribution) => {
    if (order.has(card)) return;
    order.add(card);
    for (const next of steps) {
      if (ways.some(({ from, to }) => from === card.id && to === next.id)) visit(next);
    }
  };
  for (const card of steps) if (!ways.some(({ to }) => to === card.id)) visit(card);
  for (const card of steps) visit(card);
  return [...order];
}

/** How a card came of the one before it; null where a trail begins. */
export function relationOf(card: Contribution, { ways }: TrailPicture): LinkKind | null {
  return ways.find(({ to }) => to === card.id)?.kind ?? null;
}
