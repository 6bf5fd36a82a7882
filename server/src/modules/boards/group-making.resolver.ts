import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import { answerGathering, GatheringResult, type GatheringAnswer } from "../gatherings/index.js";
import { makeGroups, MakeGroupsInput } from "../groups/index.js";
import { groupBoards } from "./group-boards.js";

/** Here and not with the groups, since each group is given a board. */
@Resolver()
export class GroupMakingResolver {
  @Mutation(() => GatheringResult, {
    description:
      "Seats everybody who is there in the groups of an arena, each with a board. Groups that exist are used again: " +
      "boards and cards stay where they are. For leaders.",
  })
  async makeGroups(
    @Arg("input", () => MakeGroupsInput, { description: "Which groups." }) input: MakeGroupsInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(context, input, await makeGroups(context.app, groupBoards, actor, input));
  }
}
