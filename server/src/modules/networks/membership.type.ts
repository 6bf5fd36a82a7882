import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { pageOf } from "../../kernel/connections.js";
import { PersonType } from "../../identity/person.type.js";
import { NetworkRole } from "./membership.entity.js";
import { UnitType } from "./unit.type.js";

registerEnumType(NetworkRole, {
  name: "NetworkRole",
  description: "What somebody is to a network.",
  valuesConfig: {
    OWNER: { description: "Leads it, and says who else does." },
    LEADER: { description: "Plans and leads its gatherings." },
    MEMBER: { description: "Takes part." },
  },
});

@ObjectType("Membership", { description: "A person's place in a network." })
export class MembershipType {
  @Field(() => ID, { description: "The membership's id." })
  id!: string;

  @Field(() => PersonType, { description: "Who." })
  person!: PersonType;

  @Field(() => UnitType, {
    nullable: true,
    description: "The unit they belong to; null for those who belong to none.",
  })
  unit!: UnitType | null;

  @Field(() => NetworkRole, { description: "What they are to the network." })
  role!: NetworkRole;
}

const page = pageOf("Membership", MembershipType, "The members of a network");
export const MembershipConnection = page.Connection;
export type MembershipConnection = InstanceType<typeof MembershipConnection>;
