import { RoundState } from "../../kernel/words.js";
import type { Tx } from "../../live/tx.js";
import type { Attendee, AttendanceHook } from "../context.js";
import { VotePer } from "../gatherings/index.js";
import { Ballot } from "./ballot.entity.js";
import { VoteRound } from "./vote-round.entity.js";

/** Ballots of people who are no longer there. */
const lostBallots = async (
  tx: Tx,
  roundId: string,
  { id, gatheringId, people, removedAt }: Attendee,
): Promise<Readonly<Ballot>[]> => {
  const ballots = await tx.find(Ballot, { gatheringId, roundId, participantId: id });
  return ballots.filter(({ voter }) => removedAt !== null || voter > people);
};

/** What was revealed stands, and so does a unit's ballot, whoever cast it; before that, those who are gone have not voted. */
const countAgain = async (tx: Tx, round: Readonly<VoteRound>, attendee: Attendee): Promise<void> => {
  tx.touch(round.gatheringId, ["votes", round.id]);
  if (round.state === RoundState.REVEALED || round.per === VotePer.UNIT) return;
  const lost = await lostBallots(tx, round.id, attendee);
  for (const ballot of lost) tx.remove(Ballot, ballot);
  // Whoever is still there, with fewer people, sees their own ballots in the round.
  if (lost.length > 0) tx.touch(round.gatheringId, ["round", round.id]);
  const fewer = lost.filter(({ choices }) => choices.length > 0).length;
  if (fewer > 0) tx.update(VoteRound, { ...round, votedCount: round.votedCount - fewer });
};

/** Keeps the rounds in step with who could vote. */
export const countVoters: AttendanceHook = async (tx, attendee, before) => {
  for (const round of await tx.find(VoteRound, { gatheringId: attendee.gatheringId })) {
    await countAgain(tx, round, attendee);
    // Whoever changes unit sees another ballot.
    if (round.per === VotePer.UNIT && before && before.unitId !== attendee.unitId)
      tx.touch(round.gatheringId, ["round", round.id]);
  }
};
