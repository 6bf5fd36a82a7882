import { notFound } from "../../../kernel/errors.js";
import { isUuid } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Arena, Participant, standingIn } from "../../gatherings/index.js";
import { Group } from "../group.entity.js";
import { maySeat } from "../group.policy.js";
import { countPeople, inArena, moveTo, seatingOf } from "../seating.js";
import type { GroupsWritten } from "./make-groups.js";

export interface SeatParticipant {
  readonly clientMutationId: string;
  readonly participantId: string;
  readonly groupId: string;
}

type SeatRefusal = InputRejected | GatheringNotOpen;

const move = async (tx: Tx, group: Readonly<Group>, participant: Readonly<Participant>): Promise<void> => {
  const seating = inArena(await seatingOf(tx, group.gatheringId), group.arena);
  moveTo(tx, seating, participant, group);
};

const sit = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  input: SeatParticipant,
): Promise<Outcome<GroupsWritten, SeatRefusal>> => {
  const who = await standingIn(tx, actor, gatheringId);
  demand(maySeat, who, undefined);
  if (who.gathering.state === GatheringState.ARCHIVED)
    return refused(new GatheringNotOpen(who.gathering.state));
  const participant = await tx.get(Participant, input.participantId);
  if (!participant || participant.removedAt) throw notFound();
  const group = isUuid(input.groupId) ? await tx.get(Group, input.groupId) : null;
  if (group?.gatheringId !== gatheringId) return refused(new InputRejected("groupId", InputProblem.UNKNOWN));
  if (group.arena === Arena.PLENARY) return refused(new InputRejected("groupId", InputProblem.NOT_ALLOWED));
  await move(tx, group, participant);
  await countPeople(tx, gatheringId);
  return done({ gatheringId });
};

/** Gives somebody a seat in a group, instead of the one they had in its arena. `gatheringId` is the participant's. */
export const seatParticipant = (
  commit: Commit,
  actor: Actor,
  gatheringId: string,
  input: SeatParticipant,
): Promise<Committed<GroupsWritten, SeatRefusal>> =>
  commit({
    streams: [gatheringId],
    command: "groups.seat",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => sit(tx, actor, gatheringId, input),
  });
