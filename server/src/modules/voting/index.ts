export { VoteRound } from "./vote-round.entity.js";
export { VoteCandidate } from "./vote-candidate.entity.js";
export { Ballot, type BallotChoice } from "./ballot.entity.js";
export { RoundState } from "../../kernel/words.js";
