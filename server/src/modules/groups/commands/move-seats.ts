import { limits } from "@ordskifte/schema";
import { isUuid } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Arena, Participant, standingIn } from "../../gatherings/index.js";
import type { Group } from "../group.entity.js";
import { maySeat } from "../group.policy.js";
import { countPeople, inArena, moveTo, seatingOf, type Seating } from "../seating.js";
import type { GroupsWritten } from "./make-groups.js";

interface SeatMove {
  readonly participantId: string;
  readonly groupId: string | null;
}

export interface MoveSeats {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly moves: readonly SeatMove[];
}

type MoveRefusal = InputRejected | GatheringNotOpen;

interface Found {
  readonly participant: Readonly<Participant>;
  readonly group: Readonly<Group> | null;
}

const unknown = (field: string): InputRejected => new InputRejected(field, InputProblem.UNKNOWN);

const find = async (
  tx: Tx,
  { groups }: Seating,
  gatheringId: string,
  { participantId, groupId }: SeatMove,
): Promise<Found | InputRejected> => {
  const participant = isUuid(participantId) ? await tx.get(Participant, participantId) : null;
  if (participant?.gatheringId !== gatheringId || participant.removedAt)
    return unknown("moves.participantId");
  const group = groups.find(({ id }) => id === groupId) ?? null;
  return groupId && !group ? unknown("moves.groupId") : { participant, group };
};

const moveAll = async (
  tx: Tx,
  actor: Actor,
  input: MoveSeats,
): Promise<Outcome<GroupsWritten, MoveRefusal>> => {
  const { gatheringId, moves } = input;
  const who = await standingIn(tx, actor, gatheringId);
  demand(maySeat, who, undefined);
  if (who.gathering.state === GatheringState.ARCHIVED)
    return refused(new GatheringNotOpen(who.gathering.state));
  if (moves.length > limits.seatMoves)
    return refused(new InputRejected("moves", InputProblem.TOO_MANY, limits.seatMoves));
  const across = inArena(await seatingOf(tx, gatheringId), Arena.CROSS);
  const found: Found[] = [];
  for (const move of moves) {
    const one = await find(tx, across, gatheringId, move);
    if (one instanceof InputRejected) return refused(one);
    found.push(one);
  }
  for (const { participant, group } of found) moveTo(tx, across, participant, group);
  await countPeople(tx, gatheringId);
  return done({ gatheringId });
};

/**
 * Changes seats in the groups across units, all that were asked for or none: what a leader was shown before is what is
 * done. Nobody is taken from what they write: whoever had a seat may finish on that group's board.
 */
export const moveSeats = (
  commit: Commit,
  actor: Actor,
  input: MoveSeats,
): Promise<Committed<GroupsWritten, MoveRefusal>> =>
  commit({
    streams: [input.gatheringId],
    command: "groups.moveSeats",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => moveAll(tx, actor, input),
  });
