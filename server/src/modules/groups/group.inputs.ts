import { Field, ID, InputType, Int } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";
import { Arena } from "../gatherings/index.js";

const MUTATION_ID = { description: "Made by the client; a repeat is answered the same." };

@InputType({ description: "Groups to be made, or made anew." })
export class MakeGroupsInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => Arena, { description: "Across units, one for each unit, or the plenary's own." })
  arena!: Arena;

  @Field(() => Int, { description: "People in a group across units; the other arenas do not use it." })
  size!: number;
}

@InputType({ description: "Somebody to be given a seat." })
export class SeatParticipantInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "Who." })
  participantId!: string;

  @Field(() => ID, { description: "The group; the seat they had in its arena is given up." })
  groupId!: string;
}
