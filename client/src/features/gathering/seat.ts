import type { Arena } from "@ordskifte/schema";

interface Seated {
  arena: Arena;
  members: readonly { id: string }[];
}

/** In plenary people still sit with their group across units, and its board is the one at hand. */
const NEAREST: Record<Arena, readonly Arena[]> = {
  UNIT: ["UNIT", "CROSS"],
  CROSS: ["CROSS", "UNIT"],
  PLENARY: ["PLENARY", "CROSS", "UNIT"],
};

/** The group where a participant sits while an item of this arena goes on; null without a seat. */
export function seatIn<G extends Seated>(
  groups: readonly G[],
  participantId: string | null,
  arena: Arena,
): G | null {
  const mine = groups.filter(({ members }) => members.some(({ id }) => id === participantId));
  for (const near of NEAREST[arena]) {
    const group = mine.find((candidate) => candidate.arena === near);
    if (group) return group;
  }
  return null;
}
