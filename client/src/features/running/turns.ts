interface Turned {
  readonly groupId: string;
  readonly moment: number;
  readonly participantId: string;
}

interface Round<Member> {
  /** Whose turn the server has; null before the round has begun, or where it is somebody's who has gone. */
  readonly said: string | null;
  /** Who speaks now, and who is next; null in a group of nobody. */
  readonly now: Member | null;
  readonly next: Member | null;
}

/** Where a group's round stands. It begins with the first in its order, and goes round. */
export function roundIn<Member extends { readonly id: string }>(
  group: { readonly id: string; readonly members: readonly Member[] },
  turns: readonly Turned[],
  moment: number,
): Round<Member> {
  const said =
    turns.find((turn) => turn.groupId === group.id && turn.moment === moment)?.participantId ?? null;
  const at = Math.max(
    0,
    group.members.findIndex(({ id }) => id === said),
  );
  const next = group.members[(at + 1) % Math.max(1, group.members.length)] ?? null;
  return { said, now: group.members[at] ?? null, next };
}
