import type { GatheringNotOpen } from "../../../kernel/refusals.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering, type Phase } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
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
  tx.update(Gathering, { ...gathering, phase });
  return done({ gatheringId: gathering.id, itemId: gathering.currentItemId });
};

/** Alone, in the group, or together. Shows what to do; hinders nobody from finishing what they write. */
export const setPhase = leaderVerb<SetPhase, GatheringNotOpen>({
  command: "gathering.setPhase",
  rule: mayLeadGathering,
  act: set,
});
