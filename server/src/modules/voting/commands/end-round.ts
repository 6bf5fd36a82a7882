import { demand, type Rule } from "../../../kernel/policy.js";
import { GatheringNotOpen, RoundClosed } from "../../../kernel/refusals.js";
import { GatheringState, RoundState } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { Standing } from "../../gatherings/index.js";
import { VoteRound } from "../vote-round.entity.js";
import { mayCloseRound, mayRevealRound } from "../voting.policy.js";
import { atRound, type RoundPlace } from "./at-round.js";
import type { RoundWritten } from "./open-round.js";

export interface EndRound {
  readonly clientMutationId: string;
  readonly roundId: string;
}

type EndRefusal = GatheringNotOpen | RoundClosed;

/** A round goes one way: open, closed, revealed. */
interface Step {
  readonly command: string;
  readonly rule: Rule<Standing, void>;
  readonly from: RoundState;
  readonly to: (round: Readonly<VoteRound>, now: Date) => VoteRound;
}

const take = async (
  tx: Tx,
  actor: Actor,
  place: RoundPlace,
  step: Step,
): Promise<Outcome<RoundWritten, EndRefusal>> => {
  const { round, who } = await atRound(tx, actor, place);
  demand(step.rule, who, undefined);
  if (who.gathering.state === GatheringState.ARCHIVED)
    return refused(new GatheringNotOpen(who.gathering.state));
  if (round.state !== step.from) return refused(new RoundClosed(round.state));
  tx.touch(place.gatheringId, ["round", round.id]);
  tx.update(VoteRound, step.to(round, tx.now));
  return done(place);
};

const verb =
  (step: Step) =>
  (
    commit: Commit,
    actor: Actor,
    place: RoundPlace,
    input: EndRound,
  ): Promise<Committed<RoundWritten, EndRefusal>> =>
    commit({
      streams: [place.gatheringId],
      command: step.command,
      receipt: { personId: actor.personId, id: input.clientMutationId },
      input,
      work: (tx) => take(tx, actor, place, step),
    });

/** No more ballots; the totals stay hidden. */
export const closeRound = verb({
  command: "round.close",
  rule: mayCloseRound,
  from: RoundState.OPEN,
  to: (round, now) => ({ ...round, state: RoundState.CLOSED, closedAt: now }),
});

/** Shows the totals to everybody. Only a closed round can be revealed: nobody votes on what they see. */
export const revealRound = verb({
  command: "round.reveal",
  rule: mayRevealRound,
  from: RoundState.CLOSED,
  to: (round, now) => ({ ...round, state: RoundState.REVEALED, revealedAt: now }),
});
