import { Field, ObjectType } from "type-graphql";
import { PersonType } from "../../identity/person.type.js";

/** Other modules add fields to it with resolvers of their own, from `context.actor`. */
@ObjectType("Viewer", { description: "The caller, and what they can go back to." })
export class ViewerType {
  @Field(() => PersonType, {
    nullable: true,
    description: "Null for somebody who has neither joined nor signed in.",
  })
  person: PersonType | null;

  constructor(person: PersonType | null) {
    this.person = person;
  }
}
