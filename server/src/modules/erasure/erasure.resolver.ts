import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { actorOf, type Context } from "../context.js";
import { erasePerson } from "./erase-person.js";
import { ErasePersonInput, PersonErased } from "./erasure.type.js";
import { readOwnData } from "./own-data.reads.js";

@Resolver()
export class ErasureResolver {
  @Query(() => String, {
    description: "Everything that is kept of the caller, as JSON for a file of theirs.",
  })
  ownData(@Ctx() context: Context): Promise<string> {
    return readOwnData(context.app.pool, actorOf(context).personId);
  }

  @Mutation(() => PersonErased, {
    description:
      "Erases a person: the caller, or somebody of a network that the caller owns. It cannot be undone. FORBIDDEN for the last owner of a network.",
  })
  async erasePerson(
    @Arg("input", () => ErasePersonInput, { description: "Who, and what becomes of the cards." })
    input: ErasePersonInput,
    @Ctx() context: Context,
  ): Promise<PersonErased> {
    const actor = actorOf(context);
    const everywhere = await erasePerson(context.app, actor, input);
    const person = await context.app.identity.person(actor.personId);
    if (!person) await context.endSession();
    return new PersonErased(input.clientMutationId, everywhere);
  }
}
