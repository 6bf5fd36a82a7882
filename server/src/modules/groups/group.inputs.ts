import { Field, ID, InputType, Int } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";
import { Arena } from "../gatherings/index.js";
import { WishKind } from "./group-wish.entity.js";

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

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The round before is over: those who sat together have met, and are kept apart now.",
  })
  newRound!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Another seed gives other groups, the same one the same; at most 40 characters.",
  })
  seed!: string | null;
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

@InputType({ description: "A seat for somebody, or none." })
export class SeatMoveInput {
  @Field(() => ID, { description: "Who." })
  participantId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The group where they are to sit; null for somebody who is not there, and keeps no seat.",
  })
  groupId!: string | null;
}

@InputType({ description: "Seats to be changed, all or none of them." })
export class MoveSeatsInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => [SeatMoveInput], { description: "Who moves where; at most 1,000." })
  moves!: SeatMoveInput[];
}

@InputType({ description: "Something that is wished of the groups across units." })
export class AddWishInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => WishKind, { description: "What is wished." })
  kind!: WishKind;

  @Field(() => [ID], {
    description: "The participants it is about: two, or for ONE_IN_EACH as many as there are.",
  })
  participantIds!: string[];
}

@InputType({ description: "A wish to be taken back." })
export class WishInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => ID, { description: "The wish." })
  wishId!: string;
}
