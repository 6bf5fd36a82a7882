import { newId } from "../../kernel/ids.js";
import type { Tx } from "../../live/tx.js";
import { type Arena, Participant } from "../gatherings/index.js";
import { Group } from "./group.entity.js";
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

/** A group that is to be, and who sits in it. */
export interface NewGroup {
  readonly gatheringId: string;
  readonly arena: Arena;
  readonly number: number;
  readonly name: string;
  readonly unitId: string | null;
}

/** Makes a group with a board of its own. */
export const openGroup = (tx: Tx, boards: GroupBoards, planned: NewGroup): Group => {
  const group = Object.assign(new Group(), planned, {
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
