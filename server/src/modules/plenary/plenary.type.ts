import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";
import { Language } from "../../kernel/words.js";
import { GatheringInput } from "../gatherings/index.js";

@ObjectType("PlenaryIdea", { description: "An idea that was sent to the plenary." })
export class PlenaryIdeaType {
  @Field(() => ID, { description: "The idea's id." })
  id!: string;

  @Field(() => String, { description: "Its text." })
  body!: string;

  @Field(() => Language, {
    nullable: true,
    description: "What it is written in; null where it was not told.",
  })
  language!: Language | null;

  @Field(() => ID, { description: "The board it comes from." })
  boardId!: string;

  @Field(() => String, { description: "What that board is called." })
  boardTitle!: string;

  @Field(() => String, { nullable: true, description: "The unit it speaks for; null on an anonymous card." })
  unitName!: string | null;

  @Field(() => ID, { nullable: true, description: "The idea it lives on in." })
  mergedIntoId!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was sent." })
  sentAt!: Date;
}

@ObjectType("SimilarPair", { description: "Two ideas in the plenary that may say the same." })
export class SimilarPair {
  @Field(() => ID, { description: "The one." })
  ideaId!: string;

  @Field(() => ID, { description: "The other." })
  otherId!: string;

  @Field(() => Float, { description: "How alike they are, from 0 to 1." })
  likeness!: number;
}

@ObjectType("SimilarIdeas", { description: "Ideas in the plenary that may say the same." })
export class SimilarIdeas {
  @Field(() => Boolean, {
    description: "Whether letters were compared too; where the database has no trigrams, only words are.",
  })
  byLetters!: boolean;

  @Field(() => [SimilarPair], { description: "The most alike first; at most 30." })
  pairs!: SimilarPair[];
}

@ObjectType("PlenaryIdeaPut", { description: "An idea is new in the plenary, or looks different now." })
export class PlenaryIdeaPut {
  @Field(() => PlenaryIdeaType, { description: "The idea." })
  idea: PlenaryIdeaType;

  constructor(idea: PlenaryIdeaType) {
    this.idea = idea;
  }
}

@ObjectType("PlenaryIdeaGone", { description: "An idea is not in the plenary, or not any more." })
export class PlenaryIdeaGone {
  @Field(() => ID, { description: "The idea's id." })
  id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@InputType({ description: "An idea that goes to the plenary, or comes back." })
export class PlenaryIdeaInput {
  @Field(() => UuidScalar, { description: "Made by the client; a repeat is answered the same." })
  clientMutationId!: string;

  @Field(() => ID, { description: "The idea." })
  contributionId!: string;
}

@InputType({ description: "How many ideas each group may send to the plenary." })
export class SetIdeasPerGroupInput extends GatheringInput {
  @Field(() => Int, { description: "From 1 to 20." })
  limit!: number;
}
