import { limits } from "@ordskifte/schema";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { rangeOf } from "../../kernel/connections.js";
import { actorOf, type Context } from "../context.js";
import { readUnits, UnitType } from "../networks/index.js";
import { readGathering, readPeople } from "./gathering.reads.js";
import { GatheringType, GatheringViewer } from "./gathering.type.js";
import { loadParticipant } from "./gathering.facts.js";
import { maySeePeople } from "./gathering.policy.js";
import { ParticipantConnection, presentFact } from "./participant.type.js";
import { ProgrammeItemType } from "./programme-item.type.js";
import { readProgramme } from "./programme.reads.js";
import { seenBy, type Standing } from "./standing.js";

const standingOf = (context: Context, gatheringId: string): Promise<Standing> =>
  seenBy(context.app.lookup, actorOf(context), gatheringId);

@Resolver(() => GatheringType)
export class GatheringResolver {
  @Query(() => GatheringType, {
    description: "A gathering the caller takes part in or whose network they belong to; else NOT_FOUND.",
  })
  async gathering(
    @Arg("id", () => ID, { description: "The gathering's id." }) id: string,
    @Ctx() context: Context,
  ): Promise<GatheringType> {
    const { gathering } = await standingOf(context, id);
    return readGathering(context.app.pool, gathering.id);
  }

  @FieldResolver(() => [ProgrammeItemType], { description: "The items in their order." })
  programme(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<ProgrammeItemType[]> {
    return readProgramme(app.pool, id);
  }

  @FieldResolver(() => [UnitType], { description: "Units of the network, in name order." })
  units(@Root() { networkId }: GatheringType, @Ctx() { app }: Context): Promise<UnitType[]> {
    return readUnits(app.pool, networkId);
  }

  @FieldResolver(() => ParticipantConnection, {
    nullable: true,
    description: "The live list of people, in the order they joined; null for those who do not lead.",
  })
  async people(
    @Root() { id }: GatheringType,
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 200, description: "How many at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this place in the list." })
    after?: string | null,
  ): Promise<ParticipantConnection | null> {
    const standing = await standingOf(context, id);
    if (!maySeePeople.allows(standing)) return null;
    return readPeople(context.app.pool, id, rangeOf(first, after, limits.peoplePage));
  }

  @FieldResolver(() => GatheringViewer, { description: "How the caller stands to it." })
  async viewer(@Root() { id }: GatheringType, @Ctx() context: Context): Promise<GatheringViewer> {
    const { participant, mayLead } = await standingOf(context, id);
    const fact = participant && (await loadParticipant(context.app.pool, participant.id));
    return Object.assign(new GatheringViewer(), { participant: fact ? presentFact(fact) : null, mayLead });
  }
}
