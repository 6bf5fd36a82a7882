import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import { setProfession } from "./commands/set-profession.js";
import { onGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import { maySeePeople } from "./gathering.policy.js";
import { readProfessions } from "./gathering.reads.js";
import { GatheringType } from "./gathering.type.js";
import { gatheringOfParticipant } from "./place.js";
import { SaidProfession, SetProfessionInput } from "./profession.type.js";
import { seenBy } from "./standing.js";

/** What people work as: said by those who like to, and told to as few as can be. */
@Resolver(() => GatheringType)
export class ProfessionResolver {
  @FieldResolver(() => [SaidProfession], {
    description:
      "What those who are here said they work as: all of them for those who lead, the caller's own for others.",
  })
  async professions(@Root() { id }: GatheringType, @Ctx() context: Context): Promise<SaidProfession[]> {
    const standing = await seenBy(context.app.lookup, actorOf(context), id);
    const own = standing.participant?.id ?? null;
    if (!maySeePeople.allows(standing) && !own) return [];
    return readProfessions(context.app.pool, id, maySeePeople.allows(standing) ? null : own);
  }

  @Mutation(() => GatheringResult, {
    description: "Says what somebody works as, or takes it back: oneself, or a leader for somebody.",
  })
  setProfession(
    @Arg("input", () => SetProfessionInput, { description: "Who, and what." }) input: SetProfessionInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfParticipant, setProfession);
  }
}
