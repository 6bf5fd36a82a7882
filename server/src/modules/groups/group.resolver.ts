import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import {
  gatheringOfParticipant,
  GatheringResult,
  GatheringType,
  onGathering,
  standingTo,
  viewerOf,
  type GatheringAnswer,
} from "../gatherings/index.js";
import { seatParticipant } from "./commands/seat-participant.js";
import { readGroups, readGroupsOf } from "./group.facts.js";
import { SeatParticipantInput } from "./group.inputs.js";
import { presentGroup } from "./group.presenter.js";
import { GroupType } from "./group.type.js";

@Resolver(() => GatheringType)
export class GroupResolver {
  @FieldResolver(() => [GroupType], { description: "Its groups, by arena and number." })
  async groups(@Root() root: GatheringType, @Ctx() context: Context): Promise<GroupType[]> {
    const { id } = root;
    const { pool } = context.app;
    const viewer = viewerOf(await standingTo(context, root));
    const groups = viewer.mayLead
      ? await readGroups(pool, id)
      : await readGroupsOf(pool, id, viewer.participantId);
    return groups.map((group) => presentGroup(group, viewer));
  }

  @Mutation(() => GatheringResult, {
    description: "Gives somebody a seat in a group, in place of the one they had in its arena. For leaders.",
  })
  seatParticipant(
    @Arg("input", () => SeatParticipantInput, { description: "Who, and where." }) input: SeatParticipantInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfParticipant, seatParticipant);
  }
}
