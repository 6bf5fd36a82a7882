import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import { placeOf } from "../boards/index.js";
import {
  answerGathering,
  GatheringResult,
  GatheringType,
  onGathering,
  standingTo,
  type GatheringAnswer,
} from "../gatherings/index.js";
import { sendToPlenary, takeFromPlenary } from "./commands/send-to-plenary.js";
import { setIdeasPerGroup } from "./commands/set-ideas-per-group.js";
import { readPlenaryIdeas } from "./plenary.facts.js";
import { mayCompare } from "./plenary.policy.js";
import { presentPlenaryIdea } from "./plenary.presenter.js";
import { PlenaryIdeaInput, PlenaryIdeaType, SetIdeasPerGroupInput, SimilarIdeas } from "./plenary.type.js";
import { readSimilarIdeas } from "./similar-ideas.reads.js";

const placeOfIdea = ({ app }: Context, { contributionId }: PlenaryIdeaInput) =>
  placeOf(app.pool, contributionId);

const INPUT = { description: "What is to be done." };

@Resolver(() => GatheringType)
export class PlenaryResolver {
  @FieldResolver(() => [PlenaryIdeaType], {
    description: "The ideas that were sent to the plenary, the first first; without what was hidden since.",
  })
  async plenaryIdeas(@Root() { id }: GatheringType, @Ctx() { app }: Context): Promise<PlenaryIdeaType[]> {
    return (await readPlenaryIdeas(app.pool, id)).map(presentPlenaryIdea);
  }

  @FieldResolver(() => SimilarIdeas, {
    nullable: true,
    description: "Ideas in the plenary that may say the same; null for those who do not lead.",
  })
  async similarIdeas(@Root() root: GatheringType, @Ctx() context: Context): Promise<SimilarIdeas | null> {
    const standing = await standingTo(context, root);
    if (!mayCompare.allows(standing)) return null;
    return Object.assign(new SimilarIdeas(), await readSimilarIdeas(context.app.pool, root.id));
  }

  @Mutation(() => GatheringResult, {
    description:
      "Sends an idea to the plenary: for those at its board, up to the group's number, and for those who lead.",
  })
  sendToPlenary(
    @Arg("input", () => PlenaryIdeaInput, INPUT) input: PlenaryIdeaInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, placeOfIdea, sendToPlenary);
  }

  @Mutation(() => GatheringResult, {
    description: "Takes an idea back from the plenary: for those at its board, and for those who lead.",
  })
  takeFromPlenary(
    @Arg("input", () => PlenaryIdeaInput, INPUT) input: PlenaryIdeaInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, placeOfIdea, takeFromPlenary);
  }

  @Mutation(() => GatheringResult, {
    description: "How many ideas each group may send to the plenary. For leaders.",
  })
  async setIdeasPerGroup(
    @Arg("input", () => SetIdeasPerGroupInput, INPUT) input: SetIdeasPerGroupInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return answerGathering(
      context,
      input,
      await setIdeasPerGroup(context.app.commit, actorOf(context), input),
    );
  }
}
