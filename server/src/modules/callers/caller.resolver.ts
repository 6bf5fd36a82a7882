import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { reachable } from "../../kernel/reachable.js";
import { LinkExpired } from "../../kernel/refusals.js";
import { DateTimeScalar } from "../../kernel/scalars.js";
import { actorOf, type Context } from "../context.js";
import { PersonType } from "../../identity/person.type.js";
import { RedeemSignInLinkInput, SignedIn, SignedOut, SignInResult, SignOutInput } from "./sign-in.type.js";
import { ViewerType } from "./viewer.type.js";

@Resolver()
export class CallerResolver {
  @Query(() => DateTimeScalar, {
    description: "The server's clock, for showing countdowns right on a device whose clock is wrong.",
  })
  serverTime(@Ctx() { app }: Context): Date {
    return app.clock.now();
  }

  @Query(() => String, {
    description:
      "The address by which phones reach this server, without a slash at the end; for QR codes and posters.",
  })
  publicAddress(@Ctx() { baseUrl }: Context): string {
    return reachable(baseUrl);
  }

  @Query(() => ViewerType, { description: "Who is calling." })
  async viewer(@Ctx() { app, actor }: Context): Promise<ViewerType> {
    const person = actor && (await app.identity.person(actor.personId));
    return new ViewerType(person && new PersonType(person));
  }

  @Mutation(() => SignInResult, { description: "Turns a one-time link into a session on this device." })
  async redeemSignInLink(
    @Arg("input", () => RedeemSignInLinkInput, { description: "The link's token." })
    input: RedeemSignInLinkInput,
    @Ctx() context: Context,
  ): Promise<SignedIn | LinkExpired> {
    const { identity } = context.app;
    context.checkSession(input.wantsToken);
    const personId = await identity.redeemSignInLink(input.token);
    if (personId === null) return new LinkExpired();
    const person = await identity.person(personId);
    if (!person) throw notFound();
    return new SignedIn(new PersonType(person), await context.startSession(personId, input.wantsToken));
  }

  @Mutation(() => SignedOut, { description: "Ends the caller's session on this device." })
  async signOut(
    @Arg("input", () => SignOutInput, { description: "The mutation's id." }) input: SignOutInput,
    @Ctx() context: Context,
  ): Promise<SignedOut> {
    actorOf(context);
    await context.endSession();
    return new SignedOut(input.clientMutationId);
  }
}
