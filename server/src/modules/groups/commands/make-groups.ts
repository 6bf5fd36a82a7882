import { limits, within } from "@ordskifte/schema";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Arena, Participant, standingIn } from "../../gatherings/index.js";
import { Unit } from "../../networks/index.js";
import { deal } from "../dealing.js";
import { Group } from "../group.entity.js";
import type { GroupBoards } from "../group-boards.js";
import { mayMakeGroups } from "../group.policy.js";
import { inArena, nextNumber, openGroup, seat, seatingOf, type Seating } from "../seating.js";
import { Seat } from "../seat.entity.js";

export interface MakeGroups {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly arena: Arena;
  /** People in a group across units; the other arenas do not ask for it. */
  readonly size: number;
}

export interface GroupsWritten {
  readonly gatheringId: string;
}

type GroupsRefusal = InputRejected | GatheringNotOpen;

/** A group as it should be; `number` is null where any free one will do. */
interface Planned {
  readonly number: number | null;
  readonly name: string;
  readonly unitId: string | null;
  readonly members: readonly string[];
}

const planAcross = (present: readonly Readonly<Participant>[], size: number): Planned[] =>
  deal(present, size).map((members, i) => ({ number: i + 1, name: `Gruppe ${i + 1}`, unitId: null, members }));

const planUnits = async (tx: Tx, present: readonly Readonly<Participant>[]): Promise<Planned[]> => {
  const units = await tx.getMany(Unit, [...new Set(present.map(({ unitId }) => unitId))]);
  const membersOf = (unit: Readonly<Unit>): string[] => present.filter(({ unitId }) => unitId === unit.id).map(({ id }) => id);
  return [...units]
    .sort((a, b) => a.name.localeCompare(b.name, "nb"))
    .map((unit) => ({ number: null, name: unit.name, unitId: unit.id, members: membersOf(unit) }));
};

/** Nobody has a seat in the plenary's group: those who lead write on its board. */
const PLENARY: Planned = { number: 1, name: "Plenum", unitId: null, members: [] };

const planFor = async (tx: Tx, { gatheringId, arena, size }: MakeGroups): Promise<Planned[]> => {
  const present = [...(await tx.find(Participant, { gatheringId, removedAt: null }))].sort((a, b) => (a.id < b.id ? -1 : 1));
  switch (arena) {
    case Arena.CROSS:
      return planAcross(present, size);
    case Arena.UNIT:
      return planUnits(tx, present);
    case Arena.PLENARY:
      return [PLENARY];
  }
};

const isSame = (group: Readonly<Group>, planned: Planned): boolean =>
  planned.number === null ? group.unitId === planned.unitId : group.number === planned.number;

/** Gives everybody the seat that is planned for them; whoever sits there already keeps it. */
const reseat = (tx: Tx, gatheringId: string, { seats }: Seating, targets: Map<string, string>): void => {
  const kept = new Set(seats.filter((held) => targets.get(held.participantId) === held.groupId).map(({ participantId }) => participantId));
  for (const [participantId, groupId] of targets) if (!kept.has(participantId)) seat(tx, gatheringId, groupId, participantId);
};

/** Removed before any group is, since a group with seats cannot go. */
const unseat = (tx: Tx, { seats }: Seating, targets: Map<string, string>): void => {
  for (const held of seats) if (targets.get(held.participantId) !== held.groupId) tx.remove(Seat, held);
};

const arrange = async (tx: Tx, boards: GroupBoards, { gatheringId, arena }: MakeGroups, plan: readonly Planned[]): Promise<void> => {
  const before = inArena(await seatingOf(tx, gatheringId), arena);
  const found = plan.map((planned) => before.groups.find((group) => isSame(group, planned)));
  const known = new Map(plan.flatMap(({ members }, i) => members.flatMap((id) => (found[i] ? [[id, found[i].id]] : []))) as [string, string][]);
  unseat(tx, before, known);
  let free = nextNumber(before.groups);
  const groups = plan.map(({ number, name, unitId }, i) =>
    found[i] ?? openGroup(tx, boards, { gatheringId, arena, number: number ?? free++, name, unitId }),
  );
  const targets = new Map(plan.flatMap(({ members }, i) => members.map((id) => [id, (groups[i] as Group).id] as const)));
  reseat(tx, gatheringId, before, targets);
  await clearAway(tx, boards, before.groups.filter((group) => !groups.includes(group)));
};

/** Groups that are no longer needed go where nobody loses a card by it. */
const clearAway = async (tx: Tx, boards: GroupBoards, surplus: readonly Readonly<Group>[]): Promise<void> => {
  for (const group of surplus) {
    if (!(await boards.isUnused(tx, group.boardId))) continue;
    tx.remove(Group, group);
    await boards.close(tx, group.boardId);
  }
};

const make = async (tx: Tx, actor: Actor, boards: GroupBoards, input: MakeGroups): Promise<Outcome<GroupsWritten, GroupsRefusal>> => {
  const who = await standingIn(tx, actor, input.gatheringId);
  demand(mayMakeGroups, who, undefined);
  if (who.gathering.state === GatheringState.ARCHIVED) return refused(new GatheringNotOpen(who.gathering.state));
  if (input.arena === Arena.CROSS && !within(limits.groupSize, input.size)) {
    return refused(new InputRejected("size", InputProblem.OUT_OF_RANGE, limits.groupSize.max));
  }
  await arrange(tx, boards, input, await planFor(tx, input));
  return done({ gatheringId: input.gatheringId });
};

/**
 * Seats everybody who is there in the groups of an arena. Groups that exist are used again, by number or by unit, so
 * that boards and cards stay where they are. With every board locked, no card can be written on one that is taken away.
 */
export const makeGroups = (commit: Commit, boards: GroupBoards, actor: Actor, input: MakeGroups): Promise<Committed<GroupsWritten, GroupsRefusal>> =>
  commit({
    streams: [input.gatheringId],
    wholeScope: true,
    command: "groups.make",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => make(tx, actor, boards, input),
  });
