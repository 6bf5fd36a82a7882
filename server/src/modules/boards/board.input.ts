import { Field, ID, InputType } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";
import { ContributionKind, Language } from "../../kernel/words.js";
import { Lens } from "./contribution.entity.js";

const MUTATION_ID = "A UUID made by the client for this write; the same id again gets the same answer.";

/** The words of a card, as a form sends them. */
@InputType()
abstract class CardWordsInput {
  @Field(() => String, { description: "What it says." })
  body!: string;

  @Field(() => String, {
    nullable: true,
    description: "The heading of a practice example or a theory input.",
  })
  title?: string | null;

  @Field(() => Lens, { nullable: true, description: "A practice example's lens." })
  lens?: Lens | null;

  @Field(() => String, {
    nullable: true,
    description: "What the author of an example wants to be challenged on.",
  })
  challengeUsOn?: string | null;

  @Field(() => String, { nullable: true, description: "What an example is about, in a word or two." })
  theme?: string | null;

  @Field(() => Language, { nullable: true, description: "What the words are written in." })
  language?: Language | null;
}

@InputType({ description: "A new card." })
export class PostContributionInput extends CardWordsInput {
  @Field(() => UuidScalar, { description: `${MUTATION_ID} It becomes the card's id.` })
  clientMutationId!: string;

  @Field(() => ID, { description: "The board to write on." })
  boardId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The item the writing began in; the current one when null.",
  })
  itemId?: string | null;

  @Field(() => ContributionKind, { description: "What kind of card." })
  kind!: ContributionKind;

  @Field(() => ID, { nullable: true, description: "The card this one challenges, answers or springs from." })
  toId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "An answer by the author of what was challenged, or by their unit.",
  })
  fromAuthor!: boolean;
}

@InputType({ description: "New words for a card; what is not sent is taken away." })
export class EditContributionInput extends CardWordsInput {
  @Field(() => UuidScalar, { description: MUTATION_ID })
  clientMutationId!: string;

  @Field(() => ID, { description: "The card." })
  contributionId!: string;
}

@InputType({ description: "One card." })
export class ContributionInput {
  @Field(() => UuidScalar, { description: MUTATION_ID })
  clientMutationId!: string;

  @Field(() => ID, { description: "The card." })
  contributionId!: string;
}

@InputType({ description: "A card to hide." })
export class HideContributionInput extends ContributionInput {
  @Field(() => String, { description: "Why; the author reads it." })
  reason!: string;
}

@InputType({ description: "Whether an answer is the author's own." })
export class MarkAnswerInput extends ContributionInput {
  @Field(() => Boolean, { description: "True for the author's own." })
  fromAuthor!: boolean;
}

@InputType({ description: "Ideas that become one." })
export class MergeIdeasInput {
  @Field(() => UuidScalar, { description: MUTATION_ID })
  clientMutationId!: string;

  @Field(() => ID, { description: "The idea the others live on in." })
  intoId!: string;

  @Field(() => [ID], { description: "The others." })
  fromIds!: string[];
}

@InputType({ description: "What a unit takes home." })
export class TakeHomeInput extends ContributionInput {
  @Field(() => String, { description: "What they will do with it." })
  body!: string;

  @Field(() => Language, { nullable: true, description: "What the words are written in." })
  language?: Language | null;
}

@InputType({ description: "A board to freeze, or to let go on." })
export class FreezeBoardInput {
  @Field(() => UuidScalar, { description: MUTATION_ID })
  clientMutationId!: string;

  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => Boolean, { description: "True to freeze." })
  frozen!: boolean;
}

@InputType({ description: "Which cards; a part that is missing leaves out nothing." })
export class ContributionFilter {
  @Field(() => ID, { nullable: true, description: "Of this programme item." })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: "On this board." })
  boardId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this unit; anonymous cards are of none." })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: "About this theme." })
  theme?: string | null;

  @Field(() => [ContributionKind], { nullable: true, description: "Of these kinds." })
  kinds?: ContributionKind[] | null;

  @Field(() => String, { nullable: true, description: "With these words, in any inflection of bokmål." })
  search?: string | null;
}
