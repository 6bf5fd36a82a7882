import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CodeUnknown, GatheringNotOpen, InputRejected } from "../../kernel/refusals.js";
import { DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";
import { GatheringState } from "../../kernel/words.js";
import { NewUnitInput, UnitType } from "../networks/index.js";
import { Profession } from "./profession.js";

@ObjectType("Door", { description: "What stands on the door of a gathering." })
export class Door {
  @Field(() => ID, { description: "The gathering behind it." })
  gatheringId!: string;

  @Field(() => String, { description: "What the gathering is called." })
  title!: string;

  @Field(() => String, { description: "What the network is called." })
  networkName!: string;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => GatheringState, { description: "Where it stands." })
  state!: GatheringState;

  @Field(() => [UnitType], { description: "The units to choose among, in name order." })
  units!: UnitType[];

  @Field(() => Boolean, { description: "Whether the caller has joined already." })
  alreadyJoined!: boolean;
}

export const DoorResult = createUnionType({
  name: "DoorResult",
  description: "The door, or why there is none.",
  types: () => [Door, CodeUnknown, GatheringNotOpen] as const,
});

@InputType({ description: "Somebody who comes in. Either `unitId` or `newUnit` is given." })
export class JoinInput {
  @Field(() => UuidScalar, { description: "Made by the client; a repeat lets the same person in." })
  clientMutationId!: string;

  @Field(() => String, { description: "The join code; case and spaces do not matter." })
  code!: string;

  @Field(() => String, { description: "The name the others see; at most 60 characters." })
  name!: string;

  @Field(() => ID, { nullable: true, description: "The unit they take part for, one of those on the door." })
  unitId?: string | null;

  @Field(() => NewUnitInput, { nullable: true, description: "Their unit, where it is not on the door." })
  newUnit?: NewUnitInput | null;

  @Field(() => Int, { defaultValue: 1, description: "How many people share the device; 1 to 40." })
  people!: number;

  @Field(() => Profession, {
    nullable: true,
    description: "What they work as, if they like to say: used to mix groups, and seen by leaders alone.",
  })
  profession?: Profession | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True for programs: answer a token, and set no cookie.",
  })
  wantsToken!: boolean;
}

@ObjectType("Joined", { description: "The caller is in." })
export class Joined {
  gatheringId!: string;
  participantId!: string;

  @Field(() => String, {
    nullable: true,
    description: "For the Authorization header; only where the input asked for it.",
  })
  token!: string | null;
}

export const JoinResult = createUnionType({
  name: "JoinResult",
  description: "In, or why not.",
  types: () => [Joined, CodeUnknown, GatheringNotOpen, InputRejected] as const,
});
