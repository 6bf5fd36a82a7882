import { demand } from "../../../kernel/policy.js";
import { InputRejected } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { VotePer, type Participant } from "../../gatherings/index.js";
import type { Ballot, BallotChoice } from "../ballot.entity.js";
import { mayVote } from "../voting.policy.js";
import { atRound, type AtRound, type RoundPlace } from "./at-round.js";
import { countIn, plain, putBallot, refusalFor, showBallot, type CastRefusal } from "./cast-ballot.js";

export interface CastTableBallots {
  readonly clientMutationId: string;
  readonly roundId: string;
  /** All the dots of the table: replace what was there; empty retracts every ballot. */
  readonly choices: readonly BallotChoice[];
}

export type TableWritten = RoundPlace;

/**
 * Deals a table's dots to its people's ballots, one dot at a time and round again. No ballot gets more than the round
 * gives, nor more on one idea, as long as the table together has no more than all of them.
 */
export const dealt = (choices: readonly BallotChoice[], people: number): BallotChoice[][] => {
  const ballots = Array.from({ length: people }, () => new Map<string, number>());
  let next = 0;
  for (const { ideaId, dots } of choices)
    for (let dot = 0; dot < dots; dot += 1) {
      const ballot = ballots[next % people];
      ballot?.set(ideaId, (ballot.get(ideaId) ?? 0) + 1);
      next += 1;
    }
  return ballots.map((ballot) => [...ballot].map(([ideaId, dots]) => ({ ideaId, dots })));
};

const wrongRound = ({ round }: AtRound): InputRejected | null =>
  round.per === VotePer.UNIT ? new InputRejected("roundId", InputProblem.NOT_ALLOWED) : null;

const putAll = async (tx: Tx, at: AtRound, ballots: readonly BallotChoice[][]): Promise<void> => {
  const put: Ballot[] = [];
  let more = 0;
  for (const [index, choices] of ballots.entries()) {
    const { ballot, had } = await putBallot(tx, at, index + 1, choices);
    more += Number(choices.length > 0) - Number(had);
    put.push(ballot);
  }
  countIn(tx, at, more);
  for (const ballot of put) showBallot(tx, at, ballot);
};

const cast = async (
  tx: Tx,
  actor: Actor,
  place: RoundPlace,
  input: CastTableBallots,
): Promise<Outcome<TableWritten, CastRefusal>> => {
  const at = await atRound(tx, actor, place);
  demand(mayVote, at.who, undefined);
  const { people } = at.who.participant as Readonly<Participant>;
  const { budget, maxPerIdea } = at.round;
  const together = { budget: budget * people, maxPerIdea: maxPerIdea * people };
  const choices = plain(input.choices);
  const refusal = wrongRound(at) ?? (await refusalFor(tx, at, choices, together));
  if (refusal) return refused(refusal);
  await putAll(tx, at, dealt(choices, people));
  return done(place);
};

/** A table of n people on one device votes together: n ballots, each with its own dots, put in at once. */
export const castTableBallots = (
  commit: Commit,
  actor: Actor,
  place: RoundPlace,
  input: CastTableBallots,
): Promise<Committed<TableWritten, CastRefusal>> =>
  commit({
    streams: [place.gatheringId],
    command: "ballot.castForTable",
    isCalm: true,
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => cast(tx, actor, place, input),
  });
