import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { ParticipantInput } from "./gathering.inputs.js";
import { Profession } from "./profession.js";

registerEnumType(Profession, {
  name: "Profession",
  description:
    "What somebody works as. Groups across units mix professions; cards and lists never show them.",
  valuesConfig: {
    TEACHER: { description: "A teacher, in kindergarten or school." },
    LEADER: { description: "Leads a unit or a part of it." },
    ASSISTANT: { description: "An assistant or skilled worker, after-school care too." },
    SPECIAL_EDUCATOR: { description: "A special educator." },
    ADVISER: { description: "An adviser of a service or a school owner: PPT, municipality, health." },
    ACADEMIC: { description: "Teaches or does research at a university." },
    OTHER: { description: "Something else." },
  },
});

@ObjectType("SaidProfession", { description: "What somebody at a gathering works as." })
export class SaidProfession {
  @Field(() => ID, { description: "The participant's id." })
  participantId!: string;

  @Field(() => Profession, { description: "What they said, or a leader for them." })
  profession!: Profession;
}

@InputType({ description: "What somebody works as, said anew." })
export class SetProfessionInput extends ParticipantInput {
  @Field(() => Profession, { nullable: true, description: "The profession; null to say nothing any more." })
  profession?: Profession | null;
}
