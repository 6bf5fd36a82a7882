import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar } from "../../kernel/scalars.js";
import { ContributionKind, Language } from "../../kernel/words.js";
import { ParticipantType } from "../gatherings/index.js";
import { UnitType } from "../networks/index.js";
import { LinkKind } from "./contribution-link.entity.js";
import { Lens } from "./contribution.entity.js";

export enum Visibility {
  ONLY_ME = "onlyMe",
  OPEN = "open",
  HIDDEN = "hidden",
}

registerEnumType(Visibility, {
  name: "Visibility",
  description: "Who sees a card.",
  valuesConfig: {
    ONLY_ME: { description: "Its author alone, until the leader opens the silent writing." },
    OPEN: { description: "Everybody at the gathering." },
    HIDDEN: { description: "Its author and those who lead; a leader hid it." },
  },
});

registerEnumType(Lens, {
  name: "Lens",
  description: "How a practice example looks at practice.",
  valuesConfig: {
    GOOD: { description: "Good practice: something that works." },
    CRITICAL: { description: "Critical practice: something that chafes." },
  },
});

registerEnumType(LinkKind, {
  name: "LinkKind",
  description: "How one card comes from another.",
  valuesConfig: {
    CHALLENGES: { description: "It challenges the other." },
    ANSWERS: { description: "It answers the other, a challenge." },
    SPRINGS_FROM: { description: "It springs from the other." },
    MERGED_INTO: { description: "It lives on in the other, an idea." },
    TAKEN_HOME_FROM: { description: "It takes the other home." },
  },
});

@ObjectType("ContributionLink", { description: "A link from one card to another." })
export class ContributionLinkType {
  @Field(() => LinkKind, { description: "What sort of link." })
  kind!: LinkKind;

  @Field(() => ID, { description: "The card it goes to." })
  toId!: string;
}

@InterfaceType("Contribution", {
  description: "A card on a board.",
})
export abstract class Card {
  @Field(() => ID, { description: "The id of the write that made it." })
  id!: string;

  @Field(() => ContributionKind, { description: "What kind of card." })
  kind!: ContributionKind;

  @Field(() => ID, { description: "The board it lies on." })
  boardId!: string;

  @Field(() => ID, { nullable: true, description: "The programme item it began in." })
  itemId!: string | null;

  @Field(() => String, { description: "What it says." })
  body!: string;

  @Field(() => Language, {
    nullable: true,
    description: "What its words are written in; null where it was not told.",
  })
  language!: Language | null;

  @Field(() => ParticipantType, { nullable: true, description: "Who wrote it; null on an anonymous card." })
  author!: ParticipantType | null;

  @Field(() => UnitType, {
    nullable: true,
    description: "The unit it speaks for; null on an anonymous card.",
  })
  unit!: UnitType | null;

  @Field(() => Boolean, { description: "Whether the author stays unknown, to everybody." })
  anonymous!: boolean;

  @Field(() => Boolean, { description: "Whether the caller wrote it." })
  isMine!: boolean;

  @Field(() => Visibility, { description: "Who sees it." })
  visibility!: Visibility;

  @Field(() => String, {
    nullable: true,
    description: "Why a leader hid it; for its author and the leaders.",
  })
  hiddenReason!: string | null;

  @Field(() => [ContributionLinkType], { description: "Links from this card to others." })
  links!: readonly ContributionLinkType[];

  @Field(() => DateTimeScalar, { description: "When it was written." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its text was last changed." })
  editedAt!: Date | null;

  @Field(() => Int, { description: "Counts every change of the card, from 1." })
  revision!: number;
}

@ObjectType("PracticeExample", { implements: Card, description: "A story from the author's own practice." })
export class PracticeExampleCard extends Card {
  @Field(() => String, { description: "Its heading." })
  title!: string;

  @Field(() => Lens, { description: "Good or critical practice." })
  lens!: Lens;

  @Field(() => String, { nullable: true, description: "What the author wants to be challenged on." })
  challengeUsOn!: string | null;

  @Field(() => String, { nullable: true, description: "What it is about, in a word or two." })
  theme!: string | null;
}

@ObjectType("Challenge", { implements: Card, description: "A critical friend's question to another card." })
export class ChallengeCard extends Card {}

@ObjectType("Answer", { implements: Card, description: "An answer to a challenge." })
export class AnswerCard extends Card {
  @Field(() => Boolean, { description: "Marked as the author's own, by them or by somebody of their unit." })
  fromAuthor!: boolean;
}

@ObjectType("Idea", { implements: Card, description: "Something that could be tried." })
export class IdeaCard extends Card {
  @Field(() => ID, { nullable: true, description: "The idea it was merged into." })
  mergedIntoId!: string | null;
}

@ObjectType("Reflection", { implements: Card, description: "A thought about what was read or heard." })
export class ReflectionCard extends Card {}

@ObjectType("TheoryInput", { implements: Card, description: "A piece of theory." })
export class TheoryInputCard extends Card {
  @Field(() => String, { description: "Its heading." })
  title!: string;
}

@ObjectType("Takeaway", { implements: Card, description: "What a unit takes home." })
export class TakeawayCard extends Card {}

const cardClasses = {
  [ContributionKind.PRACTICE_EXAMPLE]: PracticeExampleCard,
  [ContributionKind.CHALLENGE]: ChallengeCard,
  [ContributionKind.ANSWER]: AnswerCard,
  [ContributionKind.IDEA]: IdeaCard,
  [ContributionKind.REFLECTION]: ReflectionCard,
  [ContributionKind.THEORY_INPUT]: TheoryInputCard,
  [ContributionKind.TAKEAWAY]: TakeawayCard,
} as const satisfies Record<ContributionKind, new () => Card>;

/** An empty card of a kind, to be filled by the presenter. */
export const newCard = (kind: ContributionKind): Card => new cardClasses[kind]();
export const cardObjectTypes = Object.values(cardClasses);
