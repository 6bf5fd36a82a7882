import { Field, ID, InputType } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";
import { NetworkRole } from "./membership.entity.js";
import { UnitKind } from "./unit.entity.js";

@InputType({ description: "A unit that the network does not have yet." })
export class NewUnitInput {
  @Field(() => String, { description: "What it is called; at most 80 characters." })
  name!: string;

  @Field(() => String, {
    description: "Its municipality, or what stands in its place; at most 60 characters.",
  })
  municipality!: string;

  @Field(() => UnitKind, { description: "What sort of place it is." })
  kind!: UnitKind;
}

@InputType({ description: "A unit to be added to a network." })
export class AddUnitInput {
  @Field(() => UuidScalar, { description: "Made by the client; a repeat is answered the same." })
  clientMutationId!: string;

  @Field(() => ID, { description: "The network." })
  networkId!: string;

  @Field(() => NewUnitInput, { description: "The unit." })
  unit!: NewUnitInput;
}

@InputType({ description: "What sort of place a unit is." })
export class SetUnitKindInput {
  @Field(() => UuidScalar, { description: "Made by the client; a repeat is answered the same." })
  clientMutationId!: string;

  @Field(() => ID, { description: "The unit." })
  unitId!: string;

  @Field(() => UnitKind, { description: "The sort; of a school, its level." })
  kind!: UnitKind;
}

@InputType({ description: "Somebody to be taken into a network." })
export class AddMemberInput {
  @Field(() => UuidScalar, { description: "Made by the client; a repeat is answered the same." })
  clientMutationId!: string;

  @Field(() => ID, { description: "The network." })
  networkId!: string;

  @Field(() => String, { description: "The name they go by; at most 60 characters." })
  name!: string;

  @Field(() => ID, { nullable: true, description: "Their unit, one of the network's." })
  unitId?: string | null;

  @Field(() => NetworkRole, { description: "What they are to be; only an owner makes owners and leaders." })
  role!: NetworkRole;
}

@InputType({ description: "A way in for a member." })
export class CreateSignInLinkInput {
  @Field(() => UuidScalar, {
    description: "Made by the client. Each call makes a new link, a repeat too: links are shown once.",
  })
  clientMutationId!: string;

  @Field(() => ID, { description: "Whose link." })
  membershipId!: string;
}
