import { limits, within } from "@ordskifte/schema";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { App } from "../../context.js";
import { Arena, standingIn } from "../../gatherings/index.js";
import { draftAcross, type Wanted } from "../draft.js";
import { Group } from "../group.entity.js";
import type { GroupBoards } from "../group-boards.js";
import { mayMakeGroups } from "../group.policy.js";
import type { Groups } from "../making/plan.js";
import { planFor, type Planned } from "../planning.js";
import { countPeople, inArena, nextNumber, openGroup, seat, seatingOf, type Seating } from "../seating.js";
import { Seat } from "../seat.entity.js";

export interface MakeGroups extends Wanted {
  readonly clientMutationId: string;
}

export interface GroupsWritten {
  readonly gatheringId: string;
}

type GroupsRefusal = InputRejected | GatheringNotOpen;

const isSame = (group: Readonly<Group>, planned: Planned): boolean =>
  planned.number === null ? group.unitId === planned.unitId : group.number === planned.number;

/** A plan, and the group that fulfils it where there is one. */
interface Placed {
  readonly planned: Planned;
  readonly group: Readonly<Group> | undefined;
}

/** Where each participant is to sit, as far as there are groups. */
const targetsOf = (placed: readonly Placed[]): Map<string, string> => {
  const targets = new Map<string, string>();
  for (const { planned, group } of placed)
    if (group) for (const id of planned.members) targets.set(id, group.id);
  return targets;
};

const unseat = (tx: Tx, { seats }: Seating, targets: ReadonlyMap<string, string>): void => {
  for (const held of seats) if (targets.get(held.participantId) !== held.groupId) tx.remove(Seat, held);
};

/** Whoever sits there already keeps their seat. */
const reseat = (
  tx: Tx,
  gatheringId: string,
  { seats }: Seating,
  targets: ReadonlyMap<string, string>,
): void => {
  const kept = new Set(seats.map(({ participantId, groupId }) => `${participantId}/${groupId}`));
  for (const [participantId, groupId] of targets) {
    if (!kept.has(`${participantId}/${groupId}`)) seat(tx, gatheringId, groupId, participantId);
  }
};

/** Every plan with its group, made where it is missing. */
const openMissing = (
  tx: Tx,
  boards: GroupBoards,
  { gatheringId, arena }: MakeGroups,
  placed: readonly Placed[],
  free: number,
): Placed[] => {
  let next = free;
  return placed.map(({ planned, group }) => {
    const { number, name, unitId } = planned;
    return {
      planned,
      group: group ?? openGroup(tx, boards, { gatheringId, arena, number: number ?? next++, name, unitId }),
    };
  });
};

const arrange = async (
  tx: Tx,
  boards: GroupBoards,
  input: MakeGroups,
  plan: readonly Planned[],
): Promise<void> => {
  const before = inArena(await seatingOf(tx, input.gatheringId), input.arena);
  const found = plan.map((planned) => ({
    planned,
    group: before.groups.find((group) => isSame(group, planned)),
  }));
  // Seats go before any group does: a group with seats cannot be taken away.
  unseat(tx, before, targetsOf(found));
  const placed = openMissing(tx, boards, input, found, nextNumber(before.groups));
  reseat(tx, input.gatheringId, before, targetsOf(placed));
  const used = new Set(placed.map(({ group }) => group?.id));
  await clearAway(
    tx,
    boards,
    before.groups.filter(({ id }) => !used.has(id)),
  );
  await countPeople(tx, input.gatheringId);
};

/** Groups that are no longer needed go where nobody loses a card by it. */
const clearAway = async (tx: Tx, boards: GroupBoards, surplus: readonly Readonly<Group>[]): Promise<void> => {
  for (const group of surplus) {
    if (!(await boards.isUnused(tx, group.boardId))) continue;
    tx.remove(Group, group);
    await boards.close(tx, group.boardId);
  }
};

const make = async (
  tx: Tx,
  actor: Actor,
  boards: GroupBoards,
  input: MakeGroups,
  draft: Groups,
): Promise<Outcome<GroupsWritten, GroupsRefusal>> => {
  const who = await standingIn(tx, actor, input.gatheringId);
  demand(mayMakeGroups, who, undefined);
  if (who.gathering.state === GatheringState.ARCHIVED)
    return refused(new GatheringNotOpen(who.gathering.state));
  if (input.arena === Arena.CROSS && !within(limits.groupSize, input.size)) {
    return refused(new InputRejected("size", InputProblem.OUT_OF_RANGE, limits.groupSize.max));
  }
  await arrange(tx, boards, input, await planFor(tx, input, draft));
  return done({ gatheringId: input.gatheringId });
};

/**
 * Seats everybody who is there in the groups of an arena. Groups that exist are used again, by number or by unit, so
 * that boards and cards stay where they are. Who sits with whom is thought out before the lock is taken. With every board locked, no card can be written on one that is taken away.
 */
export const makeGroups = async (
  app: Pick<App, "commit" | "pool" | "lookup">,
  boards: GroupBoards,
  actor: Actor,
  input: MakeGroups,
): Promise<Committed<GroupsWritten, GroupsRefusal>> => {
  demand(mayMakeGroups, await standingIn(app.lookup, actor, input.gatheringId), undefined);
  const draft = await draftAcross(app.pool, input);
  return app.commit({
    streams: [input.gatheringId],
    wholeScope: true,
    command: "groups.make",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => make(tx, actor, boards, input, draft),
  });
};
