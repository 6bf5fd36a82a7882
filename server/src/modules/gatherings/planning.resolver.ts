import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { changeState } from "./commands/change-state.js";
import { editGathering } from "./commands/edit-gathering.js";
import { renewJoinCode } from "./commands/renew-join-code.js";
import { named, onGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import { ChangeStateInput, EditGatheringInput, GatheringInput } from "./gathering.inputs.js";

const INPUT = { description: "What is to be done." };

/** What a leader does with the gathering as a whole. */
@Resolver()
export class PlanningResolver {
  @Mutation(() => GatheringResult, {
    description: "Changes what a gathering is called, when and where it is. For leaders.",
  })
  editGathering(
    @Arg("input", () => EditGatheringInput, INPUT) input: EditGatheringInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, editGathering);
  }

  @Mutation(() => GatheringResult, {
    description: "Takes a gathering a step on, or back where nothing is lost by it. For leaders.",
  })
  changeState(
    @Arg("input", () => ChangeStateInput, INPUT) input: ChangeStateInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, changeState);
  }

  @Mutation(() => GatheringResult, {
    description: "Gives the door another code; those who are in stay in. For leaders.",
  })
  renewJoinCode(
    @Arg("input", () => GatheringInput, INPUT) input: GatheringInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, renewJoinCode);
  }
}
