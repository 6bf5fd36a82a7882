import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import { goToItem } from "./commands/go-to-item.js";
import { answerGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import { GoToItemInput } from "./gathering.inputs.js";

const INPUT = { description: "What is to be done." };

@Resolver()
export class LeadResolver {
  @Mutation(() => GatheringResult, {
    description:
      "Next, back and jump: stops the clock, begins the item's first phase and turns the projector to it. " +
      "If the gathering has moved on from `fromItemId` meanwhile, the answer is Outdated. For leaders.",
  })
  async goToItem(@Arg("input", () => GoToItemInput, INPUT) input: GoToItemInput, @Ctx() context: Context): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(context, input, await goToItem(context.app.commit, actor, input.gatheringId, input));
  }
}
