import { Field, ID, ObjectType } from "type-graphql";
import type { Person } from "./person.entity.js";

@ObjectType("Person", { description: "Somebody: a member of a network, or a guest at a gathering." })
export class PersonType {
  @Field(() => ID, { description: "The person's id." })
  id: string;

  @Field(() => String, { description: "The name they go by." })
  name: string;

  constructor(person: Pick<Person, "id" | "name">) {
    this.id = person.id;
    this.name = person.name;
  }
}
