import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import {
  answerGathering,
  type GatheringAnswer,
  GatheringResult,
  GatheringType,
  presentFact,
  type Profession,
  seenBy,
} from "../gatherings/index.js";
import type { UnitKind } from "../networks/index.js";
import { moveSeats } from "./commands/move-seats.js";
import { addWish, removeWish } from "./commands/wish.js";
import { AddWishInput, MoveSeatsInput, WishInput } from "./group.inputs.js";
import { maySeat } from "./group.policy.js";
import { readSeating, type SeatingFact } from "./seating.reads.js";
import { SeatingType, type WishReason } from "./seating.type.js";

const INPUT = { description: "What is to be done." };

const presentSeating = (fact: SeatingFact): SeatingType =>
  Object.assign(new SeatingType(), {
    round: fact.round,
    repeats: fact.repeats,
    firstMeetings: fact.firstMeetings,
    unitsLeast: Math.min(...fact.units, fact.units[0] ?? 0),
    unitsMost: Math.max(0, ...fact.units),
    unitKinds: fact.unitKinds.map(({ value, ...share }) => ({ ...share, kind: value as UnitKind })),
    professions: fact.professions.map(({ value, ...share }) => ({
      ...share,
      profession: value as Profession,
    })),
    again: fact.again.map(({ a, b }) => ({ a: presentFact(a), b: presentFact(b) })),
    unseated: fact.unseated.map(presentFact),
    away: fact.away.map(presentFact),
    moves: fact.moves.map(({ participant, ...move }) => ({ ...move, participant: presentFact(participant) })),
    wishes: fact.wishes.map(({ id, kind, kept, reason, participants }) => ({
      ...{ id, kind, kept },
      reason: reason as WishReason | null,
      participants: participants.map(presentFact),
    })),
  });

@Resolver(() => GatheringType)
export class SeatingResolver {
  @FieldResolver(() => SeatingType, {
    nullable: true,
    description: "How the groups across units stand; null for those who do not lead.",
  })
  async seating(@Root() { id }: GatheringType, @Ctx() context: Context): Promise<SeatingType | null> {
    const { lookup, pool, presence } = context.app;
    const standing = await seenBy(lookup, actorOf(context), id);
    return maySeat.allows(standing) ? presentSeating(await readSeating(pool, id, presence)) : null;
  }

  @Mutation(() => GatheringResult, {
    description:
      "Changes seats in the groups across units, all or none. Whoever is moved may finish what they write. For leaders.",
  })
  async moveSeats(
    @Arg("input", () => MoveSeatsInput, INPUT) input: MoveSeatsInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const done = await moveSeats(context.app.commit, actorOf(context), input);
    return answerGathering(context, input, done);
  }

  @Mutation(() => GatheringResult, {
    description: "Wishes something of the groups across units; tried when they are made next. For leaders.",
  })
  async addWish(
    @Arg("input", () => AddWishInput, INPUT) input: AddWishInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return answerGathering(context, input, await addWish(context.app.commit, actorOf(context), input));
  }

  @Mutation(() => GatheringResult, { description: "Takes a wish back. For leaders." })
  async removeWish(
    @Arg("input", () => WishInput, INPUT) input: WishInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return answerGathering(context, input, await removeWish(context.app.commit, actorOf(context), input));
  }
}
