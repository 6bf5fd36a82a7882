import { Field, ID, InputType, Int } from "type-graphql";
import { DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";
import { ContributionKind } from "../../kernel/words.js";
import { GatheringInput } from "./gathering.inputs.js";
import { Arena, ItemKind, Naming, VotePer, Writing } from "./programme-item.entity.js";

@InputType({ description: "How an item's minutes are divided. They must add up to all of them." })
export class PhaseMinutesInput {
  @Field(() => Int, { description: "Alone and in silence." })
  individual!: number;

  @Field(() => Int, { description: "In the group." })
  group!: number;

  @Field(() => Int, { description: "Together." })
  plenary!: number;
}

@InputType({ description: "How a round that is opened in an item is to be voted in." })
export class VoteSettingsInput {
  @Field(() => Int, { description: "The dots of a ballot; 1 to 20." })
  budget!: number;

  @Field(() => Int, { description: "The most dots a ballot may have on one idea; never more than it has." })
  maxPerIdea!: number;

  @Field(() => VotePer, { description: "Whom a ballot belongs to." })
  per!: VotePer;
}

@InputType("ItemFields", { description: "All that a leader says of a programme item." })
export class ItemFieldsInput {
  @Field(() => String, { description: "What it is called; at most 80 characters." })
  title!: string;

  @Field(() => ItemKind, { description: "What it is for." })
  kind!: ItemKind;

  @Field(() => Arena, { description: "Who works together in it." })
  arena!: Arena;

  @Field(() => Int, { description: "How long it is meant to take; 1 to 600 minutes." })
  minutes!: number;

  @Field(() => String, {
    description: "What the participants are asked to do; may be empty; at most 1,000 characters.",
  })
  instruction!: string;

  @Field(() => Writing, { description: "Who sees what is written. Fixed as soon as somebody has written." })
  writing!: Writing;

  @Field(() => Naming, { description: "Whether cards carry a name. Fixed as soon as somebody has written." })
  naming!: Naming;

  @Field(() => [ContributionKind], { description: "The kinds of card it invites." })
  invites!: ContributionKind[];

  @Field(() => Boolean, { defaultValue: false, description: "Done by the units at home." })
  atHome?: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "By when it is to be done; only for what is done at home.",
  })
  dueAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When it begins, where that is not straight after the item before it; not for what is done at home.",
  })
  startsAt?: Date | null;

  @Field(() => Boolean, { defaultValue: true, description: "Whether cards may be challenged in it." })
  critique?: boolean;

  @Field(() => PhaseMinutesInput, { nullable: true, description: "How its minutes are divided." })
  phases?: PhaseMinutesInput | null;

  @Field(() => VoteSettingsInput, {
    nullable: true,
    description: "How a round that is opened in it is to be voted in.",
  })
  vote?: VoteSettingsInput | null;
}

@InputType({ description: "A new programme item." })
export class AddItemInput extends GatheringInput {
  @Field(() => ItemFieldsInput, { description: "The item." })
  item!: ItemFieldsInput;

  @Field(() => ID, { nullable: true, description: "Placed after this item; first when null." })
  afterItemId?: string | null;
}

@InputType({ description: "A programme item that something is done with." })
export class ItemInput {
  @Field(() => UuidScalar, { description: "Made by the client; a repeat is answered the same." })
  clientMutationId!: string;

  @Field(() => ID, { description: "The item." })
  itemId!: string;
}

@InputType({ description: "A programme item as it is to be." })
export class EditItemInput extends ItemInput {
  @Field(() => ItemFieldsInput, { description: "All its fields." })
  item!: ItemFieldsInput;
}

@InputType({ description: "Another place in the programme." })
export class MoveItemInput extends ItemInput {
  @Field(() => ID, { nullable: true, description: "Placed after this item; first when null." })
  afterItemId?: string | null;
}

@InputType({ description: "The minutes that a programme is to take." })
export class RescaleProgrammeInput extends GatheringInput {
  @Field(() => Int, {
    description: "All the minutes together; while an item is on, those of the items that come after it.",
  })
  minutes!: number;
}
