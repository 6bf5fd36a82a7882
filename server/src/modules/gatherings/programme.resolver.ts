import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { addItem } from "./commands/add-item.js";
import { editItem } from "./commands/edit-item.js";
import type { HasCards } from "./commands/item-verb.js";
import { moveItem } from "./commands/move-item.js";
import { removeItem } from "./commands/remove-item.js";
import { rescaleProgramme } from "./commands/rescale-programme.js";
import { named, onGathering, type GatheringAnswer } from "./gathering-answer.js";
import { GatheringResult } from "./gathering-written.type.js";
import { gatheringOfItem } from "./place.js";
import {
  AddItemInput,
  EditItemInput,
  ItemInput,
  MoveItemInput,
  RescaleProgrammeInput,
} from "./programme.inputs.js";
import { hasCards } from "./projection.reads.js";

const INPUT = { description: "What is to be done." };

/** Through the ORM's connections: those of the commands are busy holding locks, and might wait for each other. */
const cardsAsked =
  ({ app }: Context): HasCards =>
  (itemId) =>
    hasCards(app.source, itemId);

@Resolver()
export class ProgrammeResolver {
  @Mutation(() => GatheringResult, { description: "Adds an item to the programme. For leaders." })
  addItem(
    @Arg("input", () => AddItemInput, INPUT) input: AddItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, addItem);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Changes an item. Who sees what is written, and by which name, is fixed once somebody has written. For leaders.",
  })
  editItem(
    @Arg("input", () => EditItemInput, INPUT) input: EditItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfItem, editItem(cardsAsked(context)));
  }

  @Mutation(() => GatheringResult, { description: "Gives an item another place. For leaders." })
  moveItem(
    @Arg("input", () => MoveItemInput, INPUT) input: MoveItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfItem, moveItem);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Fits the programme, or what is left of it while an item is on, into the minutes there are. For leaders.",
  })
  rescaleProgramme(
    @Arg("input", () => RescaleProgrammeInput, INPUT) input: RescaleProgrammeInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, named, rescaleProgramme);
  }

  @Mutation(() => GatheringResult, {
    description:
      "Takes an item out that nobody has written in; where it was on, the next begins, or none. For leaders.",
  })
  removeItem(
    @Arg("input", () => ItemInput, INPUT) input: ItemInput,
    @Ctx() context: Context,
  ): Promise<GatheringAnswer> {
    return onGathering(context, input, gatheringOfItem, removeItem(cardsAsked(context)));
  }
}
