import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { UuidScalar } from "../../kernel/scalars.js";
import { CardsOfErased } from "./commands/erase-participant.js";

registerEnumType(CardsOfErased, {
  name: "CardsOfErased",
  description: "What becomes of the cards of somebody who is erased.",
  valuesConfig: {
    ANONYMISE: {
      description: "They stay, and are nobody's. Cards of silent writing that was not opened go.",
    },
    WITHDRAW: { description: "They are withdrawn: their words are gone." },
  },
});

@InputType({ description: "Whom to erase: one of the three, and no more." })
export class ErasePersonInput {
  @Field(() => UuidScalar, {
    description: "Made by the client. The same id again goes on where it broke off.",
  })
  clientMutationId!: string;

  @Field(() => Boolean, { defaultValue: false, description: "The caller, everywhere." })
  myself!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: "Somebody who was at a gathering of a network that the caller owns.",
  })
  participantId?: string | null;

  @Field(() => ID, { nullable: true, description: "A member of a network that the caller owns." })
  membershipId?: string | null;

  @Field(() => CardsOfErased, { description: "What becomes of their cards." })
  cards!: CardsOfErased;
}

@ObjectType({ description: "The name is gone: from gatherings, cards, lists and feeds." })
export class PersonErased {
  @Field(() => UuidScalar, { description: "The mutation's id." })
  clientMutationId: string;

  @Field(() => Boolean, {
    description:
      "Whether nothing is left of the person, and their sessions have ended. False where an owner has erased somebody who belongs to another network too.",
  })
  everywhere: boolean;

  constructor(clientMutationId: string, everywhere: boolean) {
    this.clientMutationId = clientMutationId;
    this.everywhere = everywhere;
  }
}
