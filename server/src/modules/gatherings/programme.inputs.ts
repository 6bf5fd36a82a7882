import { Field, ID, InputType, Int } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";
import { ContributionKind } from "../../kernel/words.js";
import { GatheringInput } from "./gathering.inputs.js";
import { Arena, ItemKind, Naming, Writing } from "./programme-item.entity.js";

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
