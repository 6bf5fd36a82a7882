interface Turned {
  readonly groupId: string;
  readonly moment: number;
  readonly participantId: string;
}

interface Speakers<Member> {
  readonly id: string;
  readonly arena: string;
  /** As the order was drawn when people were seated. */
  readonly members: readonly Member[];
  readonly secretaryId: string | null;
}

interface Programme {
  readonly programme: readonly { readonly id: string; readonly arena: string }[];
  readonly currentItemId: string | null;
}

interface Round<Member> {
  /** Whose turn the server has; null before the round has begun, or where it is somebody's who has gone. */
  readonly said: string | null;
  /** Who speaks now, and who is next; null in a group of nobody. */
  readonly now: Member | null;
  readonly next: Member | null;
}

/** How many items of the group's arena came before the one that is on: as many rounds it has had. */
function roundsBefore({ programme, currentItemId }: Programme, arena: string): number {
  const at = programme.findIndex(({ id }) => id === currentItemId);
  return programme.slice(0, Math.max(0, at)).filter((item) => item.arena === arena).length;
}

/**
 * Who speaks after whom in the item that is on: each item somebody else begins, and the one who writes speaks last. The
 * same on every screen, and the same again when the leader goes back.
 */
export function inTurn<Member extends { readonly id: string }>(
  { arena, members, secretaryId }: Speakers<Member>,
  programme: Programme,
): readonly Member[] {
  const speakers = members.filter(({ id }) => id !== secretaryId);
  const first = roundsBefore(programme, arena) % Math.max(1, speakers.length);
  const writer = members.filter(({ id }) => id === secretaryId);
  return [...speakers.slice(first), ...speakers.slice(0, first), ...writer];
}

/** Where a group's round stands, among `members` in the order in which they speak. It begins with the first and goes round. */
export function roundIn<Member extends { readonly id: string }>(
  groupId: string,
  members: readonly Member[],
  turns: readonly Turned[],
  moment: number,
): Round<Member> {
  const said =
    turns.find((turn) => turn.groupId === groupId && turn.moment === moment)?.participantId ?? null;
  const at = Math.max(
    0,
    members.findIndex(({ id }) => id === said),
  );
  const next = members[(at + 1) % Math.max(1, members.length)] ?? null;
  return { said, now: members[at] ?? null, next };
}
