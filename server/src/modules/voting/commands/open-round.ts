import { limits, within } from "@ordskifte/schema";
import { isUuid, newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { requiredText } from "../../../kernel/texts.js";
import { ContributionKind, GatheringState, InputProblem, RoundState } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Contribution } from "../../boards/index.js";
import { standingIn, VotePer, type Gathering } from "../../gatherings/index.js";
import { PlenaryIdea } from "../../plenary/index.js";
import { onlyStanding } from "../standing-ideas.js";
import { VoteCandidate } from "../vote-candidate.entity.js";
import { VoteRound } from "../vote-round.entity.js";
import { mayOpenRound } from "../voting.policy.js";

export interface OpenRound {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly title: string;
  readonly budget: number;
  readonly maxPerIdea: number;
  /** Each person has a ballot where nothing is said. */
  readonly per?: VotePer | null | undefined;
  /** Where none are named: those in the plenary, or all open ideas while it is empty. */
  readonly ideaIds?: readonly string[] | null | undefined;
}

export interface RoundWritten {
  readonly gatheringId: string;
  readonly roundId: string;
}

type OpenRefusal = InputRejected | GatheringNotOpen;
type Ideas = readonly Readonly<Contribution>[];

const wrongDots = ({ budget, maxPerIdea }: OpenRound): InputRejected | null => {
  if (!within(limits.budget, budget))
    return new InputRejected("budget", InputProblem.OUT_OF_RANGE, limits.budget.max);
  const most = Math.min(budget, limits.maxPerIdea.max);
  if (maxPerIdea < limits.maxPerIdea.min || maxPerIdea > most)
    return new InputRejected("maxPerIdea", InputProblem.OUT_OF_RANGE, most);
  return null;
};

const wrongNumber = (count: number): InputRejected | null => {
  if (count < limits.candidates.min) return new InputRejected("ideaIds", InputProblem.EMPTY);
  return count > limits.candidates.max
    ? new InputRejected("ideaIds", InputProblem.TOO_MANY, limits.candidates.max)
    : null;
};

const byAge = (a: Readonly<Contribution>, b: Readonly<Contribution>): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);

const chosenIdeas = async (
  tx: Tx,
  gatheringId: string,
  ideaIds: readonly string[],
): Promise<Ideas | InputRejected> => {
  const ids = [...new Set(ideaIds)];
  const wrong = wrongNumber(ids.length);
  if (wrong) return wrong;
  const cards = ids.every(isUuid) ? await tx.getMany(Contribution, ids) : [];
  const ideas = await onlyStanding(
    tx,
    cards.filter((card) => card.gatheringId === gatheringId),
  );
  return ideas.length === ids.length ? ideas : new InputRejected("ideaIds", InputProblem.UNKNOWN);
};

/** What the groups sent to the plenary is what they want to be voted on. */
const allIdeas = async (tx: Tx, gatheringId: string): Promise<Ideas | InputRejected> => {
  const sent = (await tx.find(PlenaryIdea, { gatheringId })).map(({ id }) => id);
  const inPlenary = await onlyStanding(tx, await tx.getMany(Contribution, sent));
  const all =
    inPlenary.length > 0
      ? inPlenary
      : await tx.find(Contribution, { gatheringId, kind: ContributionKind.IDEA });
  const ideas = await onlyStanding(tx, all);
  return wrongNumber(ideas.length) ?? ideas;
};

const newRound = (
  tx: Tx,
  gathering: Readonly<Gathering>,
  title: string,
  { budget, maxPerIdea, per }: OpenRound,
): VoteRound =>
  Object.assign(new VoteRound(), {
    id: newId(),
    gatheringId: gathering.id,
    itemId: gathering.currentItemId,
    title,
    budget,
    maxPerIdea,
    per: per ?? VotePer.PERSON,
    state: RoundState.OPEN,
    votedCount: 0,
    openedAt: tx.now,
    closedAt: null,
    revealedAt: null,
  });

const insertRound = (tx: Tx, round: VoteRound, ideas: Ideas): void => {
  const { id: roundId, gatheringId } = round;
  // Said first, so that readers know the round before they hear how many have voted in it.
  tx.touch(gatheringId, ["round", roundId]);
  tx.insert(VoteRound, round);
  for (const [i, idea] of ideas.toSorted(byAge).entries()) {
    tx.insert(VoteCandidate, { id: newId(), roundId, gatheringId, contributionId: idea.id, position: i + 1 });
  }
};

const open = async (tx: Tx, actor: Actor, input: OpenRound): Promise<Outcome<RoundWritten, OpenRefusal>> => {
  const who = await standingIn(tx, actor, input.gatheringId);
  demand(mayOpenRound, who, undefined);
  if (who.gathering.state !== GatheringState.LIVE) return refused(new GatheringNotOpen(who.gathering.state));
  const title = requiredText("title", input.title, limits.roundTitle);
  if (title instanceof InputRejected) return refused(title);
  const wrong = wrongDots(input);
  if (wrong) return refused(wrong);
  const { id } = who.gathering;
  const ideas = input.ideaIds ? await chosenIdeas(tx, id, input.ideaIds) : await allIdeas(tx, id);
  if (ideas instanceof InputRejected) return refused(ideas);
  const round = newRound(tx, who.gathering, title, input);
  insertRound(tx, round, ideas);
  return done({ gatheringId: id, roundId: round.id });
};

/** Opens a vote on ideas of a gathering. With all its boards locked, no idea changes while they are counted up. */
export const openRound = (
  commit: Commit,
  actor: Actor,
  input: OpenRound,
): Promise<Committed<RoundWritten, OpenRefusal>> =>
  commit({
    streams: [input.gatheringId],
    wholeScope: true,
    command: "round.open",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => open(tx, actor, input),
  });
