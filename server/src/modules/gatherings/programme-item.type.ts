import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar } from "../../kernel/scalars.js";
import { ContributionKind } from "../../kernel/words.js";
import { Arena, ItemKind, Naming, Writing } from "./programme-item.entity.js";

registerEnumType(ItemKind, {
  name: "ItemKind",
  description: "What a programme item is for.",
  valuesConfig: {
    WELCOME: { description: "Coming in and finding one's place." },
    OWN_PRACTICE: { description: "The unit looks at its own practice." },
    EXAMPLES: { description: "Practice examples are written." },
    THEORY: { description: "A piece of theory is brought in." },
    EXCHANGE: { description: "Reading, challenging and answering each other." },
    IDEAS: { description: "Finding what could be tried." },
    VOTE: { description: "Choosing among ideas." },
    TAKE_HOME: { description: "Each unit chooses what it takes home." },
    NEW_PLANS: { description: "The unit makes plans." },
    REFLECTION: { description: "Thinking about what was heard." },
    BREAK: { description: "A break." },
    CLOSING: { description: "The end." },
  },
});

registerEnumType(Arena, {
  name: "Arena",
  description: "Who works together.",
  valuesConfig: {
    UNIT: { description: "People of the same unit." },
    CROSS: { description: "Groups across units." },
    PLENARY: { description: "Everybody." },
  },
});

registerEnumType(Writing, {
  name: "Writing",
  description: "Who sees what is written, while it is written.",
  valuesConfig: {
    SILENT: { description: "Nobody but the author, until the leader opens it." },
    OPEN: { description: "Everybody at once." },
  },
});

registerEnumType(Naming, {
  name: "Naming",
  description: "Whether cards carry a name.",
  valuesConfig: {
    NAMED: { description: "The author's name and unit." },
    ANONYMOUS: { description: "No name and no unit, to anybody, ever." },
  },
});

@ObjectType("ProgrammeItem", { description: "A stage of a gathering." })
export class ProgrammeItemType {
  @Field(() => ID, { description: "The item's id." })
  id!: string;

  @Field(() => Int, { description: "Its place in the programme, from 1, without gaps." })
  position!: number;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => ItemKind, { description: "What it is for." })
  kind!: ItemKind;

  @Field(() => Arena, { description: "Who works together in it." })
  arena!: Arena;

  @Field(() => Int, { description: "How long it is meant to take, in minutes." })
  minutes!: number;

  @Field(() => String, { description: "What the participants are asked to do; may be empty." })
  instruction!: string;

  @Field(() => Writing, { description: "Who sees what is written, while it is written." })
  writing!: Writing;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the leader opened the silent writing; null while it is silent.",
  })
  openedAt!: Date | null;

  @Field(() => Naming, { description: "Whether cards carry a name." })
  naming!: Naming;

  @Field(() => [ContributionKind], { description: "The kinds of card it invites." })
  invites!: ContributionKind[];
}
