import type { Presenter, Viewer } from "../../live/presenter.js";
import {
  ballotKind,
  loadBallots,
  loadCounts,
  loadRounds,
  loadRoundsOfIdeas,
  votesKind,
  type BallotFact,
  type CountFact,
  type OwnedBallot,
  type RoundFact,
} from "./vote-round.facts.js";
import { BallotPut, BallotType, VoteCountPut, VoteRoundPut, VoteRoundType } from "./vote-round.type.js";

const PART = "VOTING";

export const presentBallot = ({ id, roundId, voter, choices }: Omit<BallotFact, "personId">): BallotType =>
  Object.assign(new BallotType(), { id, roundId, voter, choices });

/** The round as this viewer sees it: of the ballots, their own. */
export const presentRound = (
  { ballots, ...round }: RoundFact,
  { personId }: Pick<Viewer, "personId">,
): VoteRoundType => {
  const viewerBallots = ballots.filter((ballot) => ballot.personId === personId).map(presentBallot);
  return Object.assign(new VoteRoundType(), round, { viewerBallots });
};

const voters = ({ ballots }: RoundFact): string[] => ballots.map(({ personId }) => personId);

export const roundPresenter: Presenter<RoundFact, VoteRoundPut> = {
  kind: "round",
  part: PART,
  load: (db, ids) => loadRounds(db, ids),
  ownersOf: voters,
  present: (_id, round, viewer) => (round ? [new VoteRoundPut(presentRound(round, viewer))] : []),
};

/** An idea whose words or standing changed changes the rounds it is a candidate of. */
export const ideaPresenter: Presenter<readonly RoundFact[], VoteRoundPut> = {
  kind: "idea",
  part: PART,
  load: loadRoundsOfIdeas,
  ownersOf: (rounds) => rounds.flatMap(voters),
  present: (_id, rounds = [], viewer) => rounds.map((round) => new VoteRoundPut(presentRound(round, viewer))),
};

/** The same few bytes for everybody, so that a storm of votes costs next to nothing. */
export const votesPresenter: Presenter<CountFact, VoteCountPut> = {
  ...votesKind,
  part: PART,
  load: loadCounts,
  present: (id, count) => (count ? [new VoteCountPut(id, count.votedCount, count.voterCount)] : []),
};

/** A ballot is for those whose it is, on all their devices; others do not learn that there is one. */
export const ballotPresenter: Presenter<OwnedBallot, BallotPut> = {
  ...ballotKind,
  part: PART,
  load: loadBallots,
  ownersOf: ({ personIds }) => personIds,
  forOwnersAlone: true,
  present: (_id, fact, viewer) =>
    fact?.personIds.includes(viewer.personId) ? [new BallotPut(presentBallot(fact.ballot))] : [],
};
