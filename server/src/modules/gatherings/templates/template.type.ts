import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ContributionKind } from "../../../kernel/words.js";
import { Arena, ItemKind, Naming, Writing } from "../programme-item.entity.js";
import { PhaseMinutesType, VoteSettingsType } from "../programme-item.type.js";
import { TemplateKey } from "./template.js";

registerEnumType(TemplateKey, {
  name: "TemplateKey",
  description: "Which programme to begin from.",
  valuesConfig: {
    LUND_ROALD: { description: "The four parts of a dialogue conference in one day." },
    FIRE_ROM: { description: "Four rooms: across units, input, groups, plenary." },
    ETTERMIDDAG: { description: "An afternoon together; the first and the last part are done at home." },
    TO_DAGER: { description: "Two days." },
    FAGDAG: { description: "A day on one subject, without challenges." },
  },
});

@ObjectType({ description: "An item of a template, as it would stand in the programme." })
export class TemplateItem {
  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => ItemKind, { description: "What it is for." })
  kind!: ItemKind;

  @Field(() => Arena, { description: "Who works together in it." })
  arena!: Arena;

  @Field(() => Int, { description: "How long it takes, in minutes." })
  minutes!: number;

  @Field(() => Boolean, {
    description: "Done by the units at home, outside of the time together; its length is never changed.",
  })
  atHome!: boolean;

  @Field(() => String, { description: "What the participants are asked to do." })
  instruction!: string;

  @Field(() => Writing, { description: "Who sees what is written, while it is written." })
  writing!: Writing;

  @Field(() => Naming, { description: "Whether cards carry a name." })
  naming!: Naming;

  @Field(() => [ContributionKind], { description: "The kinds of card it invites." })
  invites!: readonly ContributionKind[];

  @Field(() => Boolean, { description: "Whether cards may be challenged in it." })
  critique!: boolean;

  @Field(() => Boolean, { description: "Begins the day after, at the hour of the first day." })
  nextDay!: boolean;

  @Field(() => PhaseMinutesType, { nullable: true, description: "How its minutes are divided." })
  phases!: PhaseMinutesType | null;

  @Field(() => VoteSettingsType, { nullable: true, description: "How it is meant to be voted in it." })
  vote!: VoteSettingsType | null;
}

@ObjectType({ description: "A programme to begin from. All of it can be changed afterwards." })
export class ProgrammeTemplate {
  @Field(() => TemplateKey, { description: "Which one." })
  key!: TemplateKey;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => String, { description: "What kind of day it makes, in a sentence." })
  summary!: string;

  @Field(() => Int, { description: "How long everybody is together, in minutes." })
  minutes!: number;

  @Field(() => [TemplateItem], { description: "The items in their order." })
  items!: readonly TemplateItem[];
}
