import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { callTogether } from "./commands/call-together.js";
import { editParticipant } from "./commands/edit-participant.js";
import { goToItem } from "./commands/go-to-item.js";
import { project } from "./commands/project.js";
import { removeParticipant } from "./commands/remove-participant.js";
import { setClock } from "./commands/set-clock.js";
import { named, onGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import {
  CallTogetherInput,
  EditParticipantInput,
  GoToItemInput,
  ProjectInput,
  RemoveParticipantInput,
  SetClockInput,
} from "./gathering.inputs.js";
import { gatheringOfParticipant } from "./place.js";
import { readOwnBoard, readProjected } from "./projection.reads.js";

const INPUT = { description: "What is to be done." };

const boardCalledTo = async ({ app }: Context, { gatheringId, boardId }: CallTogetherInput) => ({
  gatheringId,
  found: boardId ? await readOwnBoard(app.pool, gatheringId, boardId) : null,
});

const thingShown = async ({ app }: Context, input: ProjectInput) => ({
  gatheringId: input.gatheringId,
  ...(await readProjected(app.pool, input.gatheringId, input)),
});

const attendanceOf = async (context: Context, input: { readonly participantId: string }) => ({
  gatheringId: await gatheringOfParticipant(context, input),
  attendance: context.app.attendance,
});

/** What a leader does while the gathering goes on. */
@Resolver()
export class LeadResolver {
  @Mutation(() => GatheringResult, {
    description:
      "Next, back and jump: stops the clock, begins the item's first phase and turns the projector to it. " +
      "If the gathering has moved on from `fromItemId` meanwhile, the answer is Outdated. For leaders.",
  })
  goToItem(
    @Arg("input", () => GoToItemInput, INPUT) input: GoToItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, goToItem);
  }

  @Mutation(() => GatheringResult, {
    description: "Starts, holds, extends or stops the countdown. For leaders.",
  })
  setClock(
    @Arg("input", () => SetClockInput, INPUT) input: SetClockInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, setClock);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Calls everybody to a board, or calls it off; a new item or phase calls it off too. " +
      "Screens follow softly: nobody is taken from what they write. For leaders.",
  })
  callTogether(
    @Arg("input", () => CallTogetherInput, INPUT) input: CallTogetherInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, boardCalledTo, callTogether);
  }

  @Mutation(() => GatheringResult, { description: "Turns the projector to something else. For leaders." })
  project(
    @Arg("input", () => ProjectInput, INPUT) input: ProjectInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, thingShown, project);
  }

  @Mutation(() => GatheringResult, {
    description: "Gives somebody another name, unit or number of people at their device. For leaders.",
  })
  editParticipant(
    @Arg("input", () => EditParticipantInput, INPUT) input: EditParticipantInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, attendanceOf, editParticipant);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Takes somebody out: they hear nothing more of the gathering. What they have written stays. For leaders.",
  })
  removeParticipant(
    @Arg("input", () => RemoveParticipantInput, INPUT) input: RemoveParticipantInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, attendanceOf, removeParticipant);
  }
}
