import { isUuid } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected, Outdated } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { standingIn } from "../../gatherings/index.js";
import { Group, Seat } from "../../groups/index.js";
import { mayPassTurn } from "../sign.policy.js";
import { Turn } from "../turn.entity.js";

export interface PassTurn {
  readonly clientMutationId: string;
  readonly groupId: string;
  readonly fromParticipantId?: string | null;
  readonly toParticipantId: string;
}

/** Where a group is, known before its stream is locked; a group never moves. */
export interface GroupPlace {
  readonly groupId: string;
  readonly gatheringId: string;
}

type TurnRefusal = GatheringNotOpen | Outdated | InputRejected;

/** Whose turn it is now; null where nobody's turn was said at this moment. */
const speakerAt = (turn: Readonly<Turn> | null, moment: number): string | null =>
  turn?.moment === moment ? turn.participantId : null;

const pass = async (
  tx: Tx,
  actor: Actor,
  { groupId, gatheringId }: GroupPlace,
  input: PassTurn,
): Promise<Outcome<GroupPlace, TurnRefusal>> => {
  const who = await standingIn(tx, actor, gatheringId);
  const members = new Set(
    (await tx.find(Seat, { gatheringId, groupId })).map(({ participantId }) => participantId),
  );
  demand(mayPassTurn, who, { seated: members.has(who.participant?.id ?? "") });
  const { state, moment } = who.gathering;
  if (state !== GatheringState.LIVE) return refused(new GatheringNotOpen(state));
  const group = await tx.get(Group, groupId);
  if (!group || !isUuid(input.toParticipantId) || !members.has(input.toParticipantId))
    return refused(new InputRejected("toParticipantId", InputProblem.UNKNOWN));
  const known = await tx.get(Turn, groupId);
  if (speakerAt(known, moment) !== (input.fromParticipantId ?? null)) return refused(new Outdated());
  const next: Turn = { id: groupId, gatheringId, moment, participantId: input.toParticipantId };
  if (known) tx.update(Turn, next);
  else tx.insert(Turn, next);
  return done({ groupId, gatheringId });
};

/** Of two who pass the turn on at once, one is told that it has happened: nobody is skipped. */
export const passTurn = (
  commit: Commit,
  actor: Actor,
  place: GroupPlace,
  input: PassTurn,
): Promise<Committed<GroupPlace, TurnRefusal>> =>
  commit({
    streams: [place.gatheringId],
    command: "turn.pass",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => pass(tx, actor, place, input),
  });
