import { limits } from "@ordskifte/schema";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { rangeOf } from "../../kernel/connections.js";
import type { Context } from "../context.js";
import { readUnits, UnitType } from "../networks/index.js";
import { readPeople } from "./gathering.reads.js";
import { GatheringType, GatheringViewer } from "./gathering.type.js";
import { loadParticipant } from "./gathering.facts.js";
import { maySeePeople } from "./gathering.policy.js";
import { ParticipantConnection, presentFact } from "./participant.type.js";
import { ProgrammeItemType } from "./programme-item.type.js";
import { readProgramme } from "./programme.reads.js";
import { showGathering, standingTo } from "./shown-gathering.js";

@Resolver(() => GatheringType)
export class GatheringResolver {
  @Query(() => GatheringType, {
    description: "A gathering the caller takes part in or whose network they belong to; else NOT_FOUND.",
  })
  gathering(
    @Arg("id", () => ID, { description: "The gathering's id." }) id: string,
    @Ctx() context: Context,
  ): Promise<GatheringType> {
    return showGathering(context, id);
  }

  @FieldResolver(() => [ProgrammeItemType], { description: "The items in their order." })
  programme(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<readonly ProgrammeItemType[]> {
    return readProgramme(app.pool, id);
  }

  @FieldResolver(() => [UnitType], { description: "Units of the network, in name order." })
  units(@Root() { networkId }: GatheringType, @Ctx() { app }: Context): Promise<readonly UnitType[]> {
    return readUnits(app.pool, networkId);
  }

  @FieldResolver(() => ParticipantConnection, {
    nullable: true,
    description: "The live list of people, in the order they joined; null for those who do not lead.",
  })
  async people(
    @Root() root: GatheringType,
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 200, description: "How many at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this place in the list." })
    after?: string | null,
  ): Promise<ParticipantConnection | null> {
    const standing = await standingTo(context, root);
    if (!maySeePeople.allows(standing)) return null;
    return readPeople(context.app.pool, root.id, rangeOf(first, after, limits.peoplePage));
  }

  @FieldResolver(() => GatheringViewer, { description: "How the caller stands to it." })
  async viewer(@Root() root: GatheringType, @Ctx() context: Context): Promise<GatheringViewer> {
    const { participant, mayLead } = await standingTo(context, root);
    const fact = participant && (await loadParticipant(context.app.pool, participant.id));
    return Object.assign(new GatheringViewer(), { participant: fact ? presentFact(fact) : null, mayLead });
  }
}
