import { isUuid, newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import {
  GatheringNotOpen,
  InputRejected,
  RoundClosed,
  TooManyOnOne,
  VotesSpent,
} from "../../../kernel/refusals.js";
import { GatheringState, InputProblem, RoundState } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Contribution } from "../../boards/index.js";
import { VotePer, type Participant } from "../../gatherings/index.js";
import { Ballot, type BallotChoice } from "../ballot.entity.js";
import { onlyStanding } from "../standing-ideas.js";
import { ballotKind, votesKind } from "../vote-round.facts.js";
import { VoteCandidate } from "../vote-candidate.entity.js";
import { VoteRound } from "../vote-round.entity.js";
import { mayVote } from "../voting.policy.js";
import { atRound, type AtRound, type RoundPlace } from "./at-round.js";

export interface CastBallot {
  readonly clientMutationId: string;
  readonly roundId: string;
  /** Which of the people at the device, from 1. */
  readonly voter: number;
  /** The whole ballot: replaces what was there; empty retracts it. */
  readonly choices: readonly BallotChoice[];
}

export interface BallotWritten {
  readonly roundId: string;
  readonly gatheringId: string;
  readonly ballot: Pick<Ballot, "id" | "roundId" | "voter" | "choices">;
}

/** Ids in the one way they are stored. */
export const plain = (choices: readonly BallotChoice[]): BallotChoice[] =>
  choices.map(({ ideaId, dots }) => ({ ideaId: ideaId.toLowerCase(), dots }));

export type CastRefusal = InputRejected | GatheringNotOpen | RoundClosed | VotesSpent | TooManyOnOne;

const notTaking = ({ round, who }: AtRound): GatheringNotOpen | RoundClosed | null => {
  if (who.gathering.state !== GatheringState.LIVE) return new GatheringNotOpen(who.gathering.state);
  return round.state === RoundState.OPEN ? null : new RoundClosed(round.state);
};

const wrongVoter = (voter: number, people: number): InputRejected | null =>
  voter < 1 || voter > people ? new InputRejected("voter", InputProblem.OUT_OF_RANGE, people) : null;

/** Whether the dots are dots at all, and no more than the round gives. */
const wrongDots = (
  { budget, maxPerIdea }: Pick<VoteRound, "budget" | "maxPerIdea">,
  choices: readonly BallotChoice[],
): CastRefusal | null => {
  if (choices.some(({ dots }) => dots < 1))
    return new InputRejected("choices.dots", InputProblem.OUT_OF_RANGE, maxPerIdea);
  if (new Set(choices.map(({ ideaId }) => ideaId)).size < choices.length)
    return new InputRejected("choices", InputProblem.NOT_ALLOWED);
  if (choices.some(({ dots }) => dots > maxPerIdea)) return new TooManyOnOne(maxPerIdea);
  const spent = choices.reduce((sum, { dots }) => sum + dots, 0);
  return spent > budget ? new VotesSpent(budget) : null;
};

const wrongIdeas = async (
  tx: Tx,
  { id: roundId, gatheringId }: Readonly<VoteRound>,
  choices: readonly BallotChoice[],
): Promise<InputRejected | null> => {
  const unknown = new InputRejected("choices.ideaId", InputProblem.UNKNOWN);
  const ids = choices.map(({ ideaId }) => ideaId);
  if (!ids.every(isUuid)) return unknown;
  const candidates = await tx.find(VoteCandidate, { gatheringId, roundId });
  if (!ids.every((id) => candidates.some(({ contributionId }) => contributionId === id))) return unknown;
  const standing = await onlyStanding(tx, await tx.getMany(Contribution, ids));
  return standing.length === ids.length ? null : unknown;
};

/** How many ballots a device may put in: one for each who shares it, or the unit's only one. */
const votersAt = ({ round, who }: AtRound): number =>
  round.per === VotePer.UNIT ? 1 : (who.participant as Readonly<Participant>).people;

/** Why nobody could cast these dots now, or null. `dots` says how many are at hand. */
export const refusalFor = async (
  tx: Tx,
  at: AtRound,
  choices: readonly BallotChoice[],
  dots: Pick<VoteRound, "budget" | "maxPerIdea"> = at.round,
): Promise<CastRefusal | null> =>
  notTaking(at) ?? wrongDots(dots, choices) ?? (await wrongIdeas(tx, at.round, choices));

const refusalOf = async (tx: Tx, at: AtRound, { voter, choices }: CastBallot): Promise<CastRefusal | null> =>
  notTaking(at) ?? wrongVoter(voter, votersAt(at)) ?? (await refusalFor(tx, at, choices));

/** A unit's ballot is known by the unit, whoever casts it; any other by the device and the one of its people. */
const ballotOf = async (tx: Tx, { round, who }: AtRound, voter: number) => {
  const { id: participantId, unitId } = who.participant as Readonly<Participant>;
  const isUnits = round.per === VotePer.UNIT;
  const inRound = { gatheringId: round.gatheringId, roundId: round.id };
  const [known] = isUnits
    ? await tx.find(Ballot, { ...inRound, unitId })
    : await tx.find(Ballot, { ...inRound, participantId, voter });
  return { known, whose: { participantId, unitId: isUnits ? unitId : null, voter } };
};

/** Writes a ballot in place of the one that was there. */
export const putBallot = async (
  tx: Tx,
  at: AtRound,
  voter: number,
  choices: BallotChoice[],
): Promise<{ ballot: Ballot; had: boolean }> => {
  const { known, whose } = await ballotOf(tx, at, voter);
  const { id: roundId, gatheringId } = at.round;
  const ballot: Ballot = {
    id: known?.id ?? newId(),
    roundId,
    gatheringId,
    ...whose,
    choices,
    castAt: tx.now,
  };
  if (known) tx.update(Ballot, ballot);
  else tx.insert(Ballot, ballot);
  return { ballot, had: (known?.choices.length ?? 0) > 0 };
};

/** So many more ballots are in, or fewer; said after they are put, so that readers need not count them. */
export const countIn = (tx: Tx, { round, who }: AtRound, more: number): void => {
  const votedCount = round.votedCount + more;
  if (more !== 0) tx.update(VoteRound, { ...round, votedCount });
  const { people, unitsPresent } = who.gathering;
  const present = round.per === VotePer.UNIT ? unitsPresent : people;
  const voterCount = Math.max(votedCount, present);
  tx.show(round.gatheringId, votesKind, round.id, () => ({ votedCount, voterCount }));
};

/** A unit's ballot is shown to all of the unit, who are not known here. */
export const showBallot = (tx: Tx, { round, who }: AtRound, ballot: Ballot): void => {
  if (round.per === VotePer.UNIT) return;
  const { id, roundId, voter, choices } = ballot;
  const fact = { ballot: { id, roundId, voter, choices }, personIds: [who.actor.personId] };
  tx.show(round.gatheringId, ballotKind, id, () => fact);
};

const cast = async (
  tx: Tx,
  actor: Actor,
  place: RoundPlace,
  input: CastBallot,
): Promise<Outcome<BallotWritten, CastRefusal>> => {
  const at = await atRound(tx, actor, place);
  demand(mayVote, at.who, undefined);
  const choices = plain(input.choices);
  const refusal = await refusalOf(tx, at, { ...input, choices });
  if (refusal) return refused(refusal);
  const { ballot, had } = await putBallot(tx, at, input.voter, choices);
  countIn(tx, at, Number(choices.length > 0) - Number(had));
  showBallot(tx, at, ballot);
  return done({ ...place, ballot: { id: ballot.id, roundId: ballot.roundId, voter: ballot.voter, choices } });
};

/**
 * Puts a ballot in, in place of the one that was there. Ballots of one gathering stand in line for its stream, so a
 * round closes between two of them, and two devices never spend the same dot.
 */
export const castBallot = (
  commit: Commit,
  actor: Actor,
  place: RoundPlace,
  input: CastBallot,
): Promise<Committed<BallotWritten, CastRefusal>> =>
  commit({
    streams: [place.gatheringId],
    command: "ballot.cast",
    isCalm: true,
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => cast(tx, actor, place, input),
  });
