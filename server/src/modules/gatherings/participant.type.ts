import { Field, ID, Int, ObjectType } from "type-graphql";
import { pageOf } from "../../kernel/connections.js";
import { UnitType, presentUnit, type Unit } from "../networks/index.js";
import type { Participant } from "./participant.entity.js";

@ObjectType("Participant", {
  description: "A person, or several at one device, at one gathering: a name and a unit.",
})
export class ParticipantType {
  @Field(() => ID, { description: "The participant's id." })
  id!: string;

  @Field(() => String, { description: "The name they joined with." })
  name!: string;

  @Field(() => UnitType, { description: "The unit they take part for." })
  unit!: UnitType;

  @Field(() => Int, { description: "How many people share the device." })
  people!: number;
}

type Shown = Pick<Participant, "id" | "name" | "people">;

/** A participant as the others of the gathering see them. */
export const presentParticipant = (
  { id, name, people }: Readonly<Shown>,
  unit: Readonly<Unit>,
): ParticipantType => Object.assign(new ParticipantType(), { id, name, people, unit: presentUnit(unit) });

/** The same, from a participant and unit that were read in one question. */
export const presentFact = (
  fact: Readonly<Shown> & { readonly unit: Omit<Unit, "networkId" | "createdAt"> },
): ParticipantType => presentParticipant(fact, fact.unit as Unit);

const page = pageOf("Participant", ParticipantType, "The people at a gathering");
export const ParticipantConnection = page.Connection;
export type ParticipantConnection = InstanceType<typeof ParticipantConnection>;
