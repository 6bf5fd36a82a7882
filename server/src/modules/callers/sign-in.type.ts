import { createUnionType, Field, InputType, ObjectType } from "type-graphql";
import { LinkExpired } from "../../kernel/refusals.js";
import { UuidScalar } from "../../kernel/scalars.js";
import { PersonType } from "../../identity/person.type.js";

@InputType({ description: "A one-time link that is to be turned into a session." })
export class RedeemSignInLinkInput {
  @Field(() => UuidScalar, {
    description: "Made by the client. A link works once: a repeat is answered LinkExpired.",
  })
  clientMutationId!: string;

  @Field(() => String, { description: "The last part of the link's address." })
  token!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True for programs: answer the token, and set no cookie.",
  })
  wantsToken!: boolean;
}

@InputType({ description: "The end of the caller's session on this device." })
export class SignOutInput {
  @Field(() => UuidScalar, { description: "Made by the client; answered back." })
  clientMutationId!: string;
}

@ObjectType({ description: "The caller is signed in." })
export class SignedIn {
  @Field(() => PersonType, { description: "Who the link was for." })
  person: PersonType;

  @Field(() => String, {
    nullable: true,
    description: "For the Authorization header; only where the input asked for it.",
  })
  token: string | null;

  constructor(person: PersonType, token: string | null) {
    this.person = person;
    this.token = token;
  }
}

@ObjectType({ description: "The session is over." })
export class SignedOut {
  @Field(() => UuidScalar, { description: "As in the input." })
  clientMutationId: string;

  constructor(clientMutationId: string) {
    this.clientMutationId = clientMutationId;
  }
}

export const SignInResult = createUnionType({
  name: "SignInResult",
  description: "Signed in, or why not.",
  types: () => [SignedIn, LinkExpired] as const,
});
