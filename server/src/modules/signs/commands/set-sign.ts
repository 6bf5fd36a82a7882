import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected, Outdated } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { standingIn, type Participant } from "../../gatherings/index.js";
import { maySign } from "../sign.policy.js";
import { Sign } from "../sign.entity.js";
import { tellGroups } from "../told-groups.js";

export interface SetSign {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly moment: number;
  readonly ready?: boolean | null;
  readonly hand?: boolean | null;
}

export interface SignSet {
  readonly gatheringId: string;
  readonly participantId: string;
}

export type SignRefusal = GatheringNotOpen | Outdated | InputRejected;

/** A moment that has passed is foreseen; one that has not come is a mistake. */
const wrongMoment = (meant: number, now: number): Outdated | InputRejected | null => {
  if (meant === now) return null;
  return meant > 0 && meant < now
    ? new Outdated()
    : new InputRejected("moment", InputProblem.OUT_OF_RANGE, now);
};

/** A sign of an earlier moment says nothing any more: each moment begins without. */
const signAt = async (tx: Tx, { id, gatheringId }: Participant, moment: number) => {
  const known = await tx.get(Sign, id);
  const isOfNow = known?.moment === moment;
  const now: Sign = isOfNow ? known : { id, gatheringId, moment, ready: false, handUpAt: null };
  return { known, now };
};

/** A hand that is up already keeps its time: whoever raised theirs first is asked first. */
const after = (sign: Readonly<Sign>, { ready, hand }: SetSign, now: Date): Sign => ({
  ...sign,
  ready: ready ?? sign.ready,
  handUpAt: hand === false ? null : (sign.handUpAt ?? (hand ? now : null)),
});

const set = async (tx: Tx, actor: Actor, input: SetSign): Promise<Outcome<SignSet, SignRefusal>> => {
  const who = await standingIn(tx, actor, input.gatheringId);
  demand(maySign, who, undefined);
  const { state, moment, id: gatheringId } = who.gathering;
  if (state !== GatheringState.LIVE) return refused(new GatheringNotOpen(state));
  const wrong = wrongMoment(input.moment, moment);
  if (wrong) return refused(wrong);
  const participant = who.participant as Readonly<Participant>;
  const { known, now } = await signAt(tx, participant, moment);
  const next = after(now, input, tx.now);
  if (next.ready !== now.ready) await tellGroups(tx, participant);
  if (!known) tx.insert(Sign, next);
  else if (known !== now || next.ready !== now.ready || next.handUpAt !== now.handUpAt) tx.update(Sign, next);
  return done({ gatheringId, participantId: participant.id });
};

/**
 * Ready, or a hand in the air, or neither. What is not named stays as it is, so that two presses at once, be it from
 * two devices, are both kept. A press that was meant for the moment before is refused and not taken for this one.
 */
export const setSign = (
  commit: Commit,
  actor: Actor,
  input: SetSign,
): Promise<Committed<SignSet, SignRefusal>> =>
  commit({
    streams: [input.gatheringId],
    command: "sign.set",
    isCalm: true,
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => set(tx, actor, input),
  });
