import { liveShape } from "../../live/live-table.js";
import { Ballot } from "./ballot.entity.js";
import { VoteCandidate } from "./vote-candidate.entity.js";
import { VoteRound } from "./vote-round.entity.js";

/**
 * Rounds, candidates and ballots lie in their gathering's stream. A round's row is mostly written because one more has
 * voted, and is told of as that; a command that changes more of it touches `round` itself.
 */
export const votingShapes = [
  liveShape<VoteRound>({
    entity: VoteRound,
    stream: (round) => round.gatheringId,
    refs: (round) => [["votes", round.id]],
  }),
  liveShape<VoteCandidate>({
    entity: VoteCandidate,
    stream: (candidate) => candidate.gatheringId,
    refs: (candidate) => [["round", candidate.roundId]],
  }),
  liveShape<Ballot>({
    entity: Ballot,
    stream: (ballot) => ballot.gatheringId,
    refs: (ballot) => [
      ["votes", ballot.roundId],
      ["ballot", ballot.id],
    ],
  }),
] as const;
