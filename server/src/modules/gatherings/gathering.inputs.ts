import { Field, ID, InputType } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";

const MUTATION_ID = { description: "Made by the client; a repeat is answered the same." };

@InputType({ description: "A gathering that something is done with." })
export class GatheringInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;
}

@InputType({ description: "Next, back or jump." })
export class GoToItemInput extends GatheringInput {
  @Field(() => ID, { description: "The item to go to." })
  itemId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The item the leader saw as current; if another is current meanwhile, the answer is Outdated.",
  })
  fromItemId?: string | null;
}
