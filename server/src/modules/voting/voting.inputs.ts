import { Field, ID, InputType, Int } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";

const MUTATION_ID = { description: "Made by the client; a repeat is answered the same." };

@InputType({ description: "A vote round to be opened." })
export class OpenRoundInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => String, { description: "What is voted on." })
  title!: string;

  @Field(() => Int, { description: "The dots each person has." })
  budget!: number;

  @Field(() => Int, { description: "The most dots one person may put on one idea." })
  maxPerIdea!: number;

  @Field(() => [ID], { nullable: true, description: "The ideas; all open ideas when null." })
  ideaIds?: string[] | null;
}

@InputType({ description: "A vote round that something is done with." })
export class RoundInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The round." })
  roundId!: string;
}

@InputType({ description: "One person's dots on one idea." })
export class BallotChoiceInput {
  @Field(() => ID, { description: "The idea." })
  ideaId!: string;

  @Field(() => Int, { description: "How many dots, from 1." })
  dots!: number;
}

@InputType({ description: "A ballot to be put in." })
export class CastBallotInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The round." })
  roundId!: string;

  @Field(() => Int, { defaultValue: 1, description: "Which of the people at the device, from 1." })
  voter!: number;

  @Field(() => [BallotChoiceInput], {
    description: "The whole ballot: replaces what was there; empty retracts it.",
  })
  choices!: BallotChoiceInput[];
}
