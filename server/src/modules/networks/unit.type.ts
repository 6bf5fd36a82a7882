import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { UnitKind, type Unit } from "./unit.entity.js";

registerEnumType(UnitKind, {
  name: "UnitKind",
  description: "What sort of place a unit is, schools by their level. Groups across units mix them.",
  valuesConfig: {
    SCHOOL: { description: "A school of several levels, or whose level is not said." },
    PRIMARY_SCHOOL: { description: "A primary school, years 1 to 7." },
    LOWER_SECONDARY_SCHOOL: { description: "A lower secondary school, years 8 to 10." },
    UPPER_SECONDARY_SCHOOL: { description: "An upper secondary school." },
    KINDERGARTEN: { description: "A kindergarten." },
    AFTER_SCHOOL: { description: "After-school care (SFO)." },
    MUNICIPAL_SERVICE: { description: "A municipal service: PPT, child welfare, health." },
    SCHOOL_OWNER: { description: "The school owner's own office." },
    UNIVERSITY: { description: "A university or university college." },
    OTHER: { description: "Something else." },
  },
});

@ObjectType("Unit", { description: "A school, kindergarten, service or university in a network." })
export class UnitType {
  @Field(() => ID, { description: "The unit's id." })
  id!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => String, { description: "Its municipality (kommune), or what stands in its place." })
  municipality!: string;

  @Field(() => UnitKind, { description: "What sort of place it is." })
  kind!: UnitKind;
}

/** A unit as everybody in its network may see it. */
export const presentUnit = ({ id, name, municipality, kind }: Readonly<Unit>): UnitType =>
  Object.assign(new UnitType(), { id, name, municipality, kind });
