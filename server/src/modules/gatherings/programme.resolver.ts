import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import { actorOf, type Context } from "../context.js";
import { addItem } from "./commands/add-item.js";
import { editItem } from "./commands/edit-item.js";
import type { HasCards } from "./commands/item-verb.js";
import { moveItem } from "./commands/move-item.js";
import { removeItem } from "./commands/remove-item.js";
import { rescaleProgramme } from "./commands/rescale-programme.js";
import { answerGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import { ProgrammeItem } from "./programme-item.entity.js";
import {
  AddItemInput,
  EditItemInput,
  ItemInput,
  MoveItemInput,
  RescaleProgrammeInput,
} from "./programme.inputs.js";
import { hasCards } from "./projection.reads.js";

const INPUT = { description: "What is to be done." };

/** Which gathering an item belongs to; it never moves to another. Throws NOT_FOUND. */
export const gatheringOfItem = async ({ app }: Context, itemId: string): Promise<string> => {
  const item = isUuid(itemId) ? await app.lookup.get(ProgrammeItem, itemId) : null;
  if (!item) throw notFound();
  return item.gatheringId;
};

/** Through the ORM's connections: those of the commands are busy holding locks, and might wait for each other. */
const cardsAsked =
  ({ app }: Context): HasCards =>
  (itemId) =>
    hasCards(app.source, itemId);

@Resolver()
export class ProgrammeResolver {
  @Mutation(() => GatheringResult, { description: "Adds an item to the programme. For leaders." })
  async addItem(
    @Arg("input", () => AddItemInput, INPUT) input: AddItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await addItem(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description:
      "Changes an item. Who sees what is written, and by which name, is fixed once somebody has written. For leaders.",
  })
  async editItem(
    @Arg("input", () => EditItemInput, INPUT) input: EditItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const gatheringId = await gatheringOfItem(context, input.itemId);
    const edit = editItem(cardsAsked(context));
    return answerGathering(context, input, await edit(context.app.commit, actor, gatheringId, input));
  }

  @Mutation(() => GatheringResult, { description: "Gives an item another place. For leaders." })
  async moveItem(
    @Arg("input", () => MoveItemInput, INPUT) input: MoveItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const gatheringId = await gatheringOfItem(context, input.itemId);
    return answerGathering(context, input, await moveItem(context.app.commit, actor, gatheringId, input));
  }

  @Mutation(() => GatheringResult, {
    description:
      "Fits the programme, or what is left of it while an item is on, into the minutes there are. For leaders.",
  })
  async rescaleProgramme(
    @Arg("input", () => RescaleProgrammeInput, INPUT) input: RescaleProgrammeInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    return answerGathering(
      context,
      input,
      await rescaleProgramme(context.app.commit, actor, input.gatheringId, input),
    );
  }

  @Mutation(() => GatheringResult, {
    description:
      "Takes an item out that nobody has written in; where it was on, the next begins, or none. For leaders.",
  })
  async removeItem(
    @Arg("input", () => ItemInput, INPUT) input: ItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    const actor = actorOf(context);
    const gatheringId = await gatheringOfItem(context, input.itemId);
    const remove = removeItem(cardsAsked(context));
    return answerGathering(context, input, await remove(context.app.commit, actor, gatheringId, input));
  }
}
