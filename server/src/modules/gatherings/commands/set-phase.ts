import type { GatheringNotOpen } from "../../../kernel/refusals.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering, type Phase } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
import { nextMoment } from "../stage-setting.js";
import { leaderVerb, notLed, type Led } from "./leading.js";

export interface SetPhase {
  readonly clientMutationId: string;
  readonly phase: Phase;
}

const set = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  { phase }: SetPhase,
): Promise<Outcome<Led, GatheringNotOpen>> => {
  const closed = notLed(gathering);
  if (closed) return refused(closed);
  if (phase !== gathering.phase) tx.update(Gathering, { ...gathering, phase, ...nextMoment(gathering) });
  return done({ gatheringId: gathering.id, itemId: gathering.currentItemId });
};

/** Alone, in the group, or together. A second press of the same changes nothing. Shows what to do; hinders nobody from finishing what they write. */
export const setPhase = leaderVerb<SetPhase, GatheringNotOpen>({
  command: "gathering.setPhase",
  rule: mayLeadGathering,
  act: set,
});
