import type { Tx } from "../../live/tx.js";
import { FormerSeat } from "./former-seat.entity.js";
import { Group } from "./group.entity.js";
import type { GroupBoards } from "./group-boards.js";
import { GroupWish, WishKind } from "./group-wish.entity.js";
import { turnsOf, writingLast } from "./making/turns.js";
import type { Wanted } from "./draft.js";
import type { Planned } from "./planning.js";
import {
  countPeople,
  inArena,
  leaveSeat,
  nextNumber,
  openGroup,
  seat,
  seatingOf,
  type Seating,
} from "./seating.js";

/** A plan, and the group that fulfils it where there is one. */
interface Placed {
  readonly planned: Planned;
  readonly group: Readonly<Group> | undefined;
}

interface Made extends Placed {
  readonly group: Readonly<Group>;
}

/** How the groups of an arena are to be arranged anew. */
interface Arranging {
  readonly wanted: Wanted;
  readonly before: Seating;
  readonly round: number;
}

const isSame = (group: Readonly<Group>, planned: Planned): boolean =>
  planned.number === null ? group.unitId === planned.unitId : group.number === planned.number;

/** Where each participant is to sit, as far as there are groups. */
const targetsOf = (placed: readonly Placed[]): Map<string, string> => {
  const targets = new Map<string, string>();
  for (const { planned, group } of placed)
    if (group) for (const id of planned.members) targets.set(id, group.id);
  return targets;
};

/** In a new round everybody has met, those too who go on sitting together. */
const unseat = (tx: Tx, { wanted, before }: Arranging, targets: ReadonlyMap<string, string>): void => {
  for (const held of before.seats) {
    const group = before.groups.find(({ id }) => id === held.groupId);
    const stays = targets.get(held.participantId) === held.groupId;
    if (!group || (stays && !wanted.newRound)) continue;
    leaveSeat(tx, group, held, { met: wanted.newRound ?? false, stays });
  }
};

/** Whoever sits there already keeps their seat. */
const reseat = (tx: Tx, { wanted, before }: Arranging, targets: ReadonlyMap<string, string>): void => {
  const kept = new Set(before.seats.map(({ participantId, groupId }) => `${participantId}/${groupId}`));
  for (const [participantId, groupId] of targets) {
    if (!kept.has(`${participantId}/${groupId}`)) seat(tx, wanted.gatheringId, groupId, participantId);
  }
};

/** Every plan with its group, made where it is missing. */
const openMissing = (
  tx: Tx,
  boards: GroupBoards,
  { wanted: { gatheringId, arena }, before, round }: Arranging,
  found: readonly Placed[],
): Made[] => {
  let next = nextNumber(before.groups);
  return found.map(({ planned, group }) => {
    const { number, name, unitId } = planned;
    const made =
      group ?? openGroup(tx, boards, { gatheringId, arena, number: number ?? next++, name, unitId, round });
    return { planned, group: made };
  });
};

/** How often each has written for a group at this gathering. */
const dutiesOf = async (tx: Tx, gatheringId: string): Promise<Map<string, number>> => {
  const served = new Map<string, number>();
  for (const { participantId, secretary } of await tx.find(FormerSeat, { gatheringId }))
    if (secretary) served.set(participantId, (served.get(participantId) ?? 0) + 1);
  return served;
};

/** Where it was wished that each group has one of some people, it is they who write. */
const secretariesWished = async (tx: Tx, gatheringId: string): Promise<ReadonlySet<string>> => {
  const wishes = await tx.find(GroupWish, { gatheringId });
  return new Set(wishes.flatMap(({ kind, people }) => (kind === WishKind.ONE_IN_EACH ? people : [])));
};

/** Gives each group its round, who writes, and who speaks after whom. */
const giveTurns = async (tx: Tx, { wanted, round }: Arranging, made: readonly Made[]): Promise<void> => {
  const { gatheringId } = wanted;
  const served = await dutiesOf(tx, gatheringId);
  const wished = await secretariesWished(tx, gatheringId);
  for (const { planned, group } of made) {
    const options = { seed: group.id, round: round - 1, served };
    const { order, secretary } = turnsOf(planned.members, options);
    const able = planned.members.filter((id) => wished.has(id));
    const secretaryId = able.length > 0 ? turnsOf(able, options).secretary : secretary;
    tx.update(Group, { ...group, round, secretaryId, turnOrder: writingLast(order, secretaryId) });
  }
};

/** Groups that are no longer needed go where nobody loses a card by it. */
const clearAway = async (tx: Tx, boards: GroupBoards, surplus: readonly Readonly<Group>[]): Promise<void> => {
  for (const group of surplus) {
    if (!(await boards.isUnused(tx, group.boardId))) continue;
    tx.remove(Group, group);
    await boards.close(tx, group.boardId);
  }
};

const roundAfter = ({ groups }: Seating, newRound: boolean): number => {
  const now = Math.max(1, ...groups.map(({ round }) => round));
  return newRound && groups.length > 0 ? now + 1 : now;
};

/** Seats everybody as it was planned. Groups that there are already are used again, by number or by unit. */
export const arrange = async (
  tx: Tx,
  boards: GroupBoards,
  wanted: Wanted,
  plan: readonly Planned[],
): Promise<void> => {
  const before = inArena(await seatingOf(tx, wanted.gatheringId), wanted.arena);
  const arranging = { wanted, before, round: roundAfter(before, wanted.newRound ?? false) };
  const found = plan.map((planned) => ({
    planned,
    group: before.groups.find((group) => isSame(group, planned)),
  }));
  // Seats go before any group does: a group with seats cannot be taken away.
  unseat(tx, arranging, targetsOf(found));
  const made = openMissing(tx, boards, arranging, found);
  reseat(tx, arranging, targetsOf(made));
  await giveTurns(tx, arranging, made);
  const used = new Set(made.map(({ group }) => group.id));
  await clearAway(
    tx,
    boards,
    before.groups.filter(({ id }) => !used.has(id)),
  );
  await countPeople(tx, wanted.gatheringId);
};
