import { newId } from "../../kernel/ids.js";
import type { Tx } from "../../live/tx.js";
import { Participant, type Arena } from "../gatherings/index.js";
import { firstRound, Group } from "./group.entity.js";
import { FormerSeat } from "./former-seat.entity.js";
import type { GroupBoards } from "./group-boards.js";
import { Seat } from "./seat.entity.js";

/** How the groups of a gathering stand while a command works on them. */
export interface Seating {
  readonly groups: readonly Readonly<Group>[];
  readonly seats: readonly Readonly<Seat>[];
}

export const seatingOf = async (tx: Tx, gatheringId: string): Promise<Seating> => ({
  groups: await tx.find(Group, { gatheringId }),
  seats: await tx.find(Seat, { gatheringId }),
});

/** The part of a seating that is made for one arena. */
export const inArena = ({ groups, seats }: Seating, arena: Arena): Seating => {
  const own = groups.filter((group) => group.arena === arena);
  const ids = new Set(own.map(({ id }) => id));
  return { groups: own, seats: seats.filter(({ groupId }) => ids.has(groupId)) };
};

export const seat = (tx: Tx, gatheringId: string, groupId: string, participantId: string): void =>
  tx.insert(Seat, { id: newId(), gatheringId, groupId, participantId, seatedAt: tx.now });

/** Counts those who sit in each group again; to be called when a command has changed who sits where, or how many they are. */
export const countPeople = async (tx: Tx, gatheringId: string): Promise<void> => {
  const { groups, seats } = await seatingOf(tx, gatheringId);
  const present = await tx.find(Participant, { gatheringId, removedAt: null });
  const peopleOf = new Map(present.map(({ id, people }) => [id, people]));
  const counts = new Map<string, number>();
  for (const { groupId, participantId } of seats)
    counts.set(groupId, (counts.get(groupId) ?? 0) + (peopleOf.get(participantId) ?? 0));
  for (const group of groups) {
    const people = counts.get(group.id) ?? 0;
    if (people !== group.people) tx.update(Group, { ...group, people });
  }
};

/** What is remembered of a seat that somebody gives up. */
interface Leaving {
  /** The round was over. */
  readonly met: boolean;
  /** They sit on in the same group: only what was is noted. */
  readonly stays?: boolean;
}

/** Takes a seat away, and remembers it: the one who had it may finish what they write there. */
export const leaveSeat = (
  tx: Tx,
  group: Readonly<Group>,
  held: Readonly<Seat>,
  { met, stays = false }: Leaving,
): void => {
  const { participantId, gatheringId } = held;
  if (!stays) tx.remove(Seat, held);
  tx.insert(FormerSeat, {
    id: newId(),
    gatheringId,
    groupId: group.id,
    arena: group.arena,
    participantId,
    round: group.round,
    met,
    secretary: met && group.secretaryId === participantId,
    leftAt: tx.now,
  });
};

/** A group that is to be, and who sits in it. */
export interface NewGroup {
  readonly gatheringId: string;
  readonly arena: Arena;
  readonly number: number;
  readonly name: string;
  readonly unitId: string | null;
  /** The first where nothing is said. */
  readonly round?: number;
}

/** Makes a group with a board of its own. */
export const openGroup = (tx: Tx, boards: GroupBoards, planned: NewGroup): Group => {
  const group = Object.assign(new Group(), firstRound, planned, {
    id: newId(),
    boardId: newId(),
    people: 0,
    createdAt: tx.now,
  });
  tx.insert(Group, group);
  boards.open(tx, group);
  return group;
};

/** The next number that no group of these has. */
export const nextNumber = (groups: readonly Readonly<Group>[]): number =>
  Math.max(0, ...groups.map(({ number }) => number)) + 1;

/** Somebody sits in a group of an arena and nowhere else in it; without a group they are not there, and sit nowhere. */
export const moveTo = (
  tx: Tx,
  { groups, seats }: Seating,
  participant: Readonly<Participant>,
  group: Readonly<Group> | null,
): void => {
  const held = seats.filter(({ participantId }) => participantId === participant.id);
  for (const old of held) {
    const from = groups.find(({ id }) => id === old.groupId);
    if (from && from.id !== group?.id) leaveSeat(tx, from, old, { met: false });
  }
  const isThere = held.some(({ groupId }) => groupId === group?.id);
  if (group && !isThere) seat(tx, participant.gatheringId, group.id, participant.id);
  const away = group === null;
  if (participant.away !== away) tx.update(Participant, { ...participant, away });
};
