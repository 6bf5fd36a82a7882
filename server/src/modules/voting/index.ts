export { VoteRound } from "./vote-round.entity.js";
export { VoteCandidate } from "./vote-candidate.entity.js";
export { Ballot, type BallotChoice } from "./ballot.entity.js";
export { RoundState } from "../../kernel/words.js";
export { votingShapes } from "./voting.live.js";
export { ballotPresenter, ideaPresenter, roundPresenter, votesPresenter } from "./vote-round.presenter.js";
export { BallotPut, VoteCountPut, VoteRoundPut, VoteRoundType } from "./vote-round.type.js";
export { countVoters } from "./attendance.js";
export { RoundOfBallotResolver, RoundOfWrittenResolver, VotingResolver } from "./voting.resolver.js";
