import type { Arena, ContributionKind } from "@ordskifte/schema";
import type { GatheringView, Pulse } from "../../live/index.js";

export type Group = GatheringView["groups"][number];

/** One group with what its board tells. */
export interface GroupLife {
  readonly group: Group;
  readonly pulse: Pulse | null;
  /** Nothing has been written for a good while, though other groups write. */
  readonly quiet: boolean;
}

const quietAfter = 5 * 60_000;

/** Whose groups are at work while an item of this arena goes on: in plenary, those that people come from. */
export function groupsAtWork(groups: readonly Group[], arena: Arena): readonly Group[] {
  const of = (wanted: Arena) => groups.filter((group) => group.arena === wanted);
  if (arena === "UNIT") return of("UNIT");
  return of("CROSS").length > 0 ? of("CROSS") : of("UNIT");
}

/**
 * @param now the server's time in ms since 1970
 * @param isWriting whether the item that is on invites any cards; a group can only be quiet when it does
 */
export function livesOf(
  groups: readonly Group[],
  pulses: readonly Pulse[],
  now: number,
  isWriting: boolean,
): GroupLife[] {
  const byBoard = new Map(pulses.map((pulse) => [pulse.boardId, pulse]));
  const lives = groups.map((group) => ({ group, pulse: byBoard.get(group.boardId) ?? null }));
  const othersWrite = lives.some(({ pulse }) => pulse?.lastWriteAt && !isQuiet(pulse, now));
  return lives.map(({ group, pulse }) => ({
    group,
    pulse,
    quiet: isWriting && othersWrite && group.people > 0 && isQuiet(pulse, now),
  }));
}

function isQuiet(pulse: Pulse | null, now: number): boolean {
  if (!pulse || pulse.writing > 0) return false;
  return pulse.lastWriteAt === null || now - Date.parse(pulse.lastWriteAt) > quietAfter;
}

/** The one that needs a visit first: hands in the air, then quiet groups, then the most challenges without an answer, then by number. */
export function byNeed(left: GroupLife, right: GroupLife): number {
  return (
    (right.pulse?.hands ?? 0) - (left.pulse?.hands ?? 0) ||
    Number(right.quiet) - Number(left.quiet) ||
    (right.pulse?.unanswered ?? 0) - (left.pulse?.unanswered ?? 0) ||
    left.group.number - right.group.number
  );
}

/** `lives` in the order of `ids`; those that are not named come last, as they were. */
export function inOrderOf(lives: readonly GroupLife[], ids: readonly string[]): GroupLife[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const placeOf = ({ group }: GroupLife) => place.get(group.id) ?? ids.length;
  return lives.toSorted((left, right) => placeOf(left) - placeOf(right));
}

const kinds: readonly ContributionKind[] = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "ANSWER",
  "IDEA",
  "THEORY_INPUT",
  "REFLECTION",
  "TAKEAWAY",
];

/** Counts in the order of the trail, so that each kind is found in the same place on every tile. */
export function inKindOrder<Count extends { readonly kind: Pulse["cards"][number]["kind"] }>(
  counts: readonly Count[],
): Count[] {
  return counts.toSorted((left, right) => kinds.indexOf(left.kind) - kinds.indexOf(right.kind));
}
