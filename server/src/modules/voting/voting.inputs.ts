import { Field, ID, InputType, Int } from "type-graphql";
import { VotePer } from "../gatherings/index.js";
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

  @Field(() => VotePer, {
    nullable: true,
    description: "Whether each person has a ballot, or each unit one together; each person when null.",
  })
  per?: VotePer | null;

  @Field(() => [ID], {
    nullable: true,
    description: "The ideas; when null those in the plenary, or all open ideas while it is empty.",
  })
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

@InputType({ description: "The ballots of a table that votes together." })
export class CastTableBallotsInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The round." })
  roundId!: string;

  @Field(() => [BallotChoiceInput], {
    description:
      "All the dots of the table, as many times the round's as there are people at the device: " +
      "they replace what was there; none retracts every ballot.",
  })
  choices!: BallotChoiceInput[];
}
