import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar } from "../../kernel/scalars.js";
import { ContributionKind } from "../../kernel/words.js";
import { Arena, ItemKind, Naming, VotePer, Writing } from "./programme-item.entity.js";

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

registerEnumType(VotePer, {
  name: "VotePer",
  description: "Whom a vote's dots belong to.",
  valuesConfig: {
    PERSON: { description: "Each person has a ballot." },
    UNIT: { description: "Each unit has one ballot, which its people fill in together." },
  },
});

@ObjectType("PhaseMinutes", { description: "How an item's minutes are divided; they add up to all of them." })
export class PhaseMinutesType {
  @Field(() => Int, { description: "Alone and in silence." })
  individual!: number;

  @Field(() => Int, { description: "In the group." })
  group!: number;

  @Field(() => Int, { description: "Together." })
  plenary!: number;
}

@ObjectType("VoteSettings", { description: "How a round that is opened in an item is meant to be voted in." })
export class VoteSettingsType {
  @Field(() => Int, { description: "The dots of a ballot." })
  budget!: number;

  @Field(() => Int, { description: "The most dots a ballot may have on one idea." })
  maxPerIdea!: number;

  @Field(() => VotePer, { description: "Whom a ballot belongs to." })
  per!: VotePer;
}

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

  @Field(() => Boolean, {
    description: "Done by the units at home, before or after everybody is together.",
  })
  atHome!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "By when what is done at home is to be done; null where nothing is said.",
  })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it begins, where that is not straight after the item before it.",
  })
  startsAt!: Date | null;

  @Field(() => Boolean, {
    description: "Whether cards may be challenged in it; where not, a challenge is answered CritiqueOff.",
  })
  critique!: boolean;

  @Field(() => PhaseMinutesType, {
    nullable: true,
    description: "How its minutes are divided; null where they are not.",
  })
  phases!: PhaseMinutesType | null;

  @Field(() => VoteSettingsType, {
    nullable: true,
    description: "How a round that is opened in it is meant to be voted in; null where nothing is said.",
  })
  vote!: VoteSettingsType | null;
}
