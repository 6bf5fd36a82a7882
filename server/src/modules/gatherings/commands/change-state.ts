import { StageRefused } from "../../../kernel/refusals.js";
import { GatheringState } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering } from "../gathering.entity.js";
import { mayChangeState } from "../gathering.policy.js";
import { gatheringStages } from "../gathering.stages.js";
import { leaderVerb, type Led } from "./leading.js";

export interface ChangeState {
  readonly clientMutationId: string;
  readonly to: GatheringState;
}

/** A countdown belongs to something that is going on. */
const clockIn = (state: GatheringState, clock: Gathering["clock"]): Gathering["clock"] =>
  state === GatheringState.LIVE ? clock : { state: "stopped" };

const change = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  { to }: ChangeState,
): Promise<Outcome<Led, StageRefused>> => {
  if (!gatheringStages.mayFollow(gathering.state, to)) return refused(new StageRefused(gathering.state, to));
  tx.update(Gathering, { ...gathering, state: to, clock: clockIn(to, gathering.clock) });
  return done({ gatheringId: gathering.id, itemId: null });
};

/** Takes the gathering a step on or back. With all its boards locked, a card is written either before it or after it. */
export const changeState = leaderVerb<ChangeState, StageRefused>({
  command: "gathering.changeState",
  rule: mayChangeState,
  wholeScope: true,
  act: change,
});
