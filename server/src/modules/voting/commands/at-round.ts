import { notFound } from "../../../kernel/errors.js";
import type { Actor } from "../../../identity/actor.js";
import type { Tx } from "../../../live/tx.js";
import { standingIn, type Standing } from "../../gatherings/index.js";
import { VoteRound } from "../vote-round.entity.js";

/** Where a round is, known before its stream is locked; a round never moves. */
export interface RoundPlace {
  readonly roundId: string;
  readonly gatheringId: string;
}

export interface AtRound {
  readonly round: Readonly<VoteRound>;
  readonly who: Standing;
}

/** Throws NOT_FOUND for a round that is not there or not the caller's to see. */
export const atRound = async (
  tx: Tx,
  actor: Actor,
  { roundId, gatheringId }: RoundPlace,
): Promise<AtRound> => {
  const who = await standingIn(tx, actor, gatheringId);
  const round = await tx.get(VoteRound, roundId);
  if (!who.maySee || round?.gatheringId !== gatheringId) throw notFound();
  return { round, who };
};
