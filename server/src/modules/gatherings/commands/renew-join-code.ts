import type { GatheringNotOpen } from "../../../kernel/refusals.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering } from "../gathering.entity.js";
import { mayEditGathering } from "../gathering.policy.js";
import { freeJoinCode } from "../join-code.js";
import { leaderVerb, notEdited, type LeaderInput, type Led } from "./leading.js";

const renew = async (tx: Tx, gathering: Readonly<Gathering>): Promise<Outcome<Led, GatheringNotOpen>> => {
  const closed = notEdited(gathering);
  if (closed) return refused(closed);
  tx.update(Gathering, { ...gathering, joinCode: await freeJoinCode(tx) });
  return done({ gatheringId: gathering.id, itemId: null });
};

/** Gives the door another code; the old one opens nothing from then on. Those who are in stay in. */
export const renewJoinCode = leaderVerb<LeaderInput, GatheringNotOpen>({
  command: "gathering.renewJoinCode",
  rule: mayEditGathering,
  act: renew,
});
