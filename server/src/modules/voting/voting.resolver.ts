import { LRUCache } from "lru-cache";
import { Arg, createUnionType, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import {
  GatheringNotOpen,
  InputRejected,
  RoundClosed,
  TooManyOnOne,
  VotesSpent,
} from "../../kernel/refusals.js";
import { formatCursor } from "../../live/vocabulary.js";
import { actorOf, type Context } from "../context.js";
import {
  answerGathering,
  GatheringResult,
  GatheringType,
  GatheringWritten,
  onGathering,
  type GatheringAnswer,
} from "../gatherings/index.js";
import type { RoundPlace } from "./commands/at-round.js";
import { castTableBallots } from "./commands/cast-table-ballots.js";
import { castBallot, type CastRefusal } from "./commands/cast-ballot.js";
import { closeRound, revealRound } from "./commands/end-round.js";
import { openRound } from "./commands/open-round.js";
import { loadRoundFor, readRoundsFor } from "./vote-round.facts.js";
import { presentBallot, presentRound } from "./vote-round.presenter.js";
import { BallotCast, TableCast, VoteRoundType } from "./vote-round.type.js";
import { VoteRound } from "./vote-round.entity.js";
import { CastBallotInput, CastTableBallotsInput, OpenRoundInput, RoundInput } from "./voting.inputs.js";

const BallotResult = createUnionType({
  name: "BallotResult",
  description: "A ballot that stands, or why it does not.",
  types: () => [BallotCast, InputRejected, GatheringNotOpen, RoundClosed, VotesSpent, TooManyOnOne] as const,
});

const TableResult = createUnionType({
  name: "TableResult",
  description: "A table's ballots that stand, or why they do not.",
  types: () => [TableCast, InputRejected, GatheringNotOpen, RoundClosed, VotesSpent, TooManyOnOne] as const,
});

const INPUT = { description: "What is to be done." };

/** A round never moves: what is known of its place stays so, and a hall that votes need not ask for it. */
const places = new LRUCache<string, RoundPlace>({ max: 10_000 });

/** Throws NOT_FOUND for a round that is not there. */
const placeOf = async ({ app }: Context, { roundId }: { readonly roundId: string }): Promise<RoundPlace> => {
  const known = places.get(roundId);
  if (known) return known;
  const round = isUuid(roundId) ? await app.lookup.get(VoteRound, roundId) : null;
  if (!round) throw notFound();
  const place = { roundId: round.id, gatheringId: round.gatheringId };
  places.set(roundId, place);
  return place;
};

/** A round as the caller sees it now. */
const roundFor = async (context: Context, roundId: string): Promise<VoteRoundType | null> => {
  const { personId } = actorOf(context);
  const fact = await loadRoundFor(context.app.pool, roundId, personId);
  return fact ? presentRound(fact, { personId }) : null;
};

@Resolver(() => GatheringWritten)
export class RoundOfWrittenResolver {
  @FieldResolver(() => VoteRoundType, { nullable: true, description: "The vote round it was about." })
  async round(@Root() { roundId }: GatheringWritten, @Ctx() context: Context): Promise<VoteRoundType | null> {
    return roundId ? roundFor(context, roundId) : null;
  }
}

@Resolver(() => BallotCast)
export class RoundOfBallotResolver {
  @FieldResolver(() => VoteRoundType, { description: "The round as the caller now sees it." })
  round(@Root() { ballot }: BallotCast, @Ctx() context: Context): Promise<VoteRoundType | null> {
    return roundFor(context, ballot.roundId);
  }
}

@Resolver(() => GatheringType)
export class VotingResolver {
  @FieldResolver(() => [VoteRoundType], { description: "Its vote rounds, oldest first." })
  async voteRounds(@Root() { id }: GatheringType, @Ctx() context: Context): Promise<VoteRoundType[]> {
    const { personId } = actorOf(context);
    const rounds = await readRoundsFor(context.app.pool, id, personId);
    return rounds.map((round) => presentRound(round, { personId }));
  }

  @Mutation(() => GatheringResult, { description: "Opens a vote on ideas. For leaders." })
  async openRound(
    @Arg("input", () => OpenRoundInput, INPUT) input: OpenRoundInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return answerGathering(context, input, await openRound(context.app.commit, actorOf(context), input));
  }

  @Mutation(() => GatheringResult, {
    description: "Takes no more ballots; the totals stay hidden. For leaders.",
  })
  closeRound(
    @Arg("input", () => RoundInput, INPUT) input: RoundInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, placeOf, closeRound);
  }

  @Mutation(() => GatheringResult, {
    description: "Shows the totals of a closed round to everybody. For leaders.",
  })
  revealRound(
    @Arg("input", () => RoundInput, INPUT) input: RoundInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, placeOf, revealRound);
  }

  @Mutation(() => TableResult, {
    description:
      "A table of several at one device votes together: their dots are dealt to a ballot for each. " +
      "Not where each unit has one ballot.",
  })
  async castTableBallots(
    @Arg("input", () => CastTableBallotsInput, INPUT) input: CastTableBallotsInput,
    @Ctx() context: Context,
  ): Promise<TableCast | CastRefusal> {
    const actor = actorOf(context);
    const place = await placeOf(context, input);
    const { outcome, position } = await castTableBallots(context.app.commit, actor, place, input);
    if (!outcome.done) return outcome.refusal;
    const { clientMutationId, roundId } = input;
    const round = await roundFor(context, roundId);
    return Object.assign(new TableCast(), { clientMutationId, cursor: formatCursor(position), round });
  }

  @Mutation(() => BallotResult, {
    description: "Puts a ballot in, in place of the one that was there; an empty one retracts it.",
  })
  async castBallot(
    @Arg("input", () => CastBallotInput, INPUT) input: CastBallotInput,
    @Ctx() context: Context,
  ): Promise<BallotCast | CastRefusal> {
    const actor = actorOf(context);
    const { outcome, position } = await castBallot(
      context.app.commit,
      actor,
      await placeOf(context, input),
      input,
    );
    if (!outcome.done) return outcome.refusal;
    const { clientMutationId } = input;
    const ballot = presentBallot(outcome.value.ballot);
    return Object.assign(new BallotCast(), { clientMutationId, cursor: formatCursor(position), ballot });
  }
}
