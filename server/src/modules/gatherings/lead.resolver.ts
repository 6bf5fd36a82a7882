import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import { actorOf, type Context } from "../context.js";
import { callTogether } from "./commands/call-together.js";
import { editParticipant } from "./commands/edit-participant.js";
import { goToItem } from "./commands/go-to-item.js";
import { project } from "./commands/project.js";
import { removeParticipant } from "./commands/remove-participant.js";
import { setClock } from "./commands/set-clock.js";
import { setPhase } from "./commands/set-phase.js";
import { answerGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import {
  CallTogetherInput,
  EditParticipantInput,
  GoToItemInput,
  ProjectInput,
  RemoveParticipantInput,
  SetClockInput,
  SetPhaseInput,
} from "./gathering.inputs.js";
import { Participant } from "./participant.entity.js";
import { readOwnBoard, readProjected } from "./projection.reads.js";

const INPUT = { description: "What is to be done." };

/** Which gathering a participant takes part in; they never move to another. Throws NOT_FOUND. */
const gatheringOf = async ({ app }: Context, participantId: string): Promise<string> => {
  const participant = isUuid(participantId) ? await app.lookup.get(Participant, participantId) : null;
  if (!participant) throw notFound();
  return participant.gatheringId;
};

/** What a leader does while the gathering goes on. */
@Resolver()
export class LeadResolver {
  @Mutation(() => GatheringResult, {
    description:
      "Next, back and jump: stops the clock, begins the item's first phase and turns the projector to it. " +
      "If the gathering has moved on from `fromItemId` meanwhile, the answer is Outdated. For leaders.",
  })
  async goToItem(
    @Arg("input", () => GoToItemInput, INPUT) input: GoToItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await goToItem(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description: "Alone, in the group, or together. Hinders nobody from finishing. For leaders.",
  })
  async setPhase(
    @Arg("input", () => SetPhaseInput, INPUT) input: SetPhaseInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await setPhase(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description: "Starts, holds, extends or stops the countdown. For leaders.",
  })
  async setClock(
    @Arg("input", () => SetClockInput, INPUT) input: SetClockInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await setClock(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description:
      "Calls everybody to a board, or calls it off; a new item or phase calls it off too. " +
      "Screens follow softly: nobody is taken from what they write. For leaders.",
  })
  async callTogether(
    @Arg("input", () => CallTogetherInput, INPUT) input: CallTogetherInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const { gatheringId, boardId } = input;
    const found = boardId ? await readOwnBoard(context.app.pool, gatheringId, boardId) : null;
    const place = { gatheringId, found };
    return answerGathering(context, input, await callTogether(context.app.commit, actor, place, input));
  }

  @Mutation(() => GatheringResult, { description: "Turns the projector to something else. For leaders." })
  async project(
    @Arg("input", () => ProjectInput, INPUT) input: ProjectInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const shown = await readProjected(context.app.pool, input.gatheringId, input);
    const place = { gatheringId: input.gatheringId, ...shown };
    return answerGathering(context, input, await project(context.app.commit, actor, place, input));
  }

  @Mutation(() => GatheringResult, {
    description: "Gives somebody another name, unit or number of people at their device. For leaders.",
  })
  async editParticipant(
    @Arg("input", () => EditParticipantInput, INPUT) input: EditParticipantInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const { commit, attendance } = context.app;
    const place = { gatheringId: await gatheringOf(context, input.participantId), attendance };
    return answerGathering(context, input, await editParticipant(commit, actor, place, input));
  }

  @Mutation(() => GatheringResult, {
    description:
      "Takes somebody out: they hear nothing more of the gathering. What they have written stays. For leaders.",
  })
  async removeParticipant(
    @Arg("input", () => RemoveParticipantInput, INPUT) input: RemoveParticipantInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const { commit, attendance } = context.app;
    const place = { gatheringId: await gatheringOf(context, input.participantId), attendance };
    return answerGathering(context, input, await removeParticipant(commit, actor, place, input));
  }
}
