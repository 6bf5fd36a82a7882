import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { GatheringNotOpen, InputRejected, Outdated } from "../../kernel/refusals.js";
import { CursorScalar, DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";

const MOMENT = "The moment it belongs to; at any other it says nothing.";
const MUTATION_ID = { description: "Made by the client; a repeat is answered the same." };

@ObjectType("Sign", { description: "What somebody lets the leader see without a word." })
export class SignType {
  @Field(() => ID, { description: "Whose it is." })
  participantId!: string;

  @Field(() => Int, { description: MOMENT })
  moment!: number;

  @Field(() => Boolean, { description: "Whether they are ready." })
  ready!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when they have a hand up; null without one.",
  })
  handUpAt!: Date | null;
}

@ObjectType("SignCount", { description: "How many are ready, and how many hands are up." })
export class SignCountType {
  @Field(() => Int, { description: MOMENT })
  moment!: number;

  @Field(() => Int, { description: "People who are ready; a device counts for all who share it." })
  ready!: number;

  @Field(() => Int, { description: "Hands that are up." })
  hands!: number;
}

@ObjectType("GroupReady", { description: "How many of a group are ready; whose sign it is, is not told." })
export class GroupReadyType {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => Int, { description: MOMENT })
  moment!: number;

  @Field(() => Int, { description: "People in it who are ready; a device counts for all who share it." })
  ready!: number;
}

@ObjectType("Turn", { description: "Whose turn it is to speak in a group." })
export class TurnType {
  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => Int, { description: MOMENT })
  moment!: number;

  @Field(() => ID, { description: "Whose turn it is." })
  participantId!: string;
}

@ObjectType("SignPut", {
  description: "Somebody has become ready, or raised a hand, or no longer. For them and those who lead.",
})
export class SignPut {
  @Field(() => SignType, { description: "The sign." })
  sign: SignType;

  constructor(sign: SignType) {
    this.sign = sign;
  }
}

@ObjectType("SignCountPut", { description: "More or fewer are ready or have a hand up." })
export class SignCountPut {
  @Field(() => SignCountType, { description: "How many." })
  count: SignCountType;

  constructor(count: SignCountType) {
    this.count = count;
  }
}

@ObjectType("GroupReadyPut", { description: "More or fewer are ready in a group." })
export class GroupReadyPut {
  @Field(() => GroupReadyType, { description: "How many." })
  group: GroupReadyType;

  constructor(group: GroupReadyType) {
    this.group = group;
  }
}

@ObjectType("TurnPut", { description: "The turn has passed on in a group." })
export class TurnPut {
  @Field(() => TurnType, { description: "Whose it is now." })
  turn: TurnType;

  constructor(turn: TurnType) {
    this.turn = turn;
  }
}

@InputType({ description: "Somebody's own sign. What is left out stays as it is." })
export class SetSignInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => Int, { description: "The moment it is meant for; another by then is Outdated." })
  moment!: number;

  @Field(() => Boolean, { nullable: true, description: "Ready, or not after all." })
  ready?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Hand up, or down." })
  hand?: boolean | null;
}

@InputType({ description: "The turn goes from one member of a group to another." })
export class PassTurnInput {
  @Field(() => UuidScalar, MUTATION_ID)
  clientMutationId!: string;

  @Field(() => ID, { description: "The group." })
  groupId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Whose turn the caller saw; null for nobody's yet. Another by then is Outdated.",
  })
  fromParticipantId?: string | null;

  @Field(() => ID, { description: "Whose turn it is to be; a member of the group." })
  toParticipantId!: string;
}

@ObjectType("SignWritten", { description: "A sign that stands." })
export class SignWritten {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => CursorScalar, { description: "Where in the gathering's stream it stands." })
  cursor!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => SignType, { description: "The sign as it now is." })
  sign!: SignType;

  @Field(() => SignCountType, { description: "How many there are." })
  count!: SignCountType;
}

@ObjectType("TurnWritten", { description: "A turn that stands." })
export class TurnWritten {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => CursorScalar, { description: "Where in the gathering's stream it stands." })
  cursor!: string;

  @Field(() => ID, { description: "The gathering." })
  gatheringId!: string;

  @Field(() => TurnType, { description: "The turn as it now is." })
  turn!: TurnType;
}

export const SignResult = createUnionType({
  name: "SignResult",
  description: "A sign that stands, or why it does not.",
  types: () => [SignWritten, GatheringNotOpen, Outdated, InputRejected] as const,
});

export const TurnResult = createUnionType({
  name: "TurnResult",
  description: "A turn that stands, or why it does not.",
  types: () => [TurnWritten, GatheringNotOpen, Outdated, InputRejected] as const,
});
