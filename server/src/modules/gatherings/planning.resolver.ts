import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import { changeState } from "./commands/change-state.js";
import { editGathering } from "./commands/edit-gathering.js";
import { renewJoinCode } from "./commands/renew-join-code.js";
import { answerGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import { ChangeStateInput, EditGatheringInput, GatheringInput } from "./gathering.inputs.js";

const INPUT = { description: "What is to be done." };

/** What a leader does with the gathering as a whole. */
@Resolver()
export class PlanningResolver {
  @Mutation(() => GatheringResult, {
    description: "Changes what a gathering is called, when and where it is. For leaders.",
  })
  async editGathering(
    @Arg("input", () => EditGatheringInput, INPUT) input: EditGatheringInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await editGathering(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description: "Takes a gathering a step on, or back where nothing is lost by it. For leaders.",
  })
  async changeState(
    @Arg("input", () => ChangeStateInput, INPUT) input: ChangeStateInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await changeState(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description: "Gives the door another code; those who are in stay in. For leaders.",
  })
  async renewJoinCode(
    @Arg("input", () => GatheringInput, INPUT) input: GatheringInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await renewJoinCode(context.app.commit, actor, input.gatheringId, input),
    );
  }
}
