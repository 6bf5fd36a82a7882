import { limits } from "@ordskifte/schema";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { rangeOf } from "../../kernel/connections.js";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import { demand } from "../../kernel/policy.js";
import type { InputRejected } from "../../kernel/refusals.js";
import { ViewerType } from "../callers/index.js";
import { actorOf, type Context } from "../context.js";
import { addMember } from "./commands/add-member.js";
import { Membership } from "./membership.entity.js";
import { MembershipConnection } from "./membership.type.js";
import { AddMemberInput, CreateSignInLinkInput } from "./network.inputs.js";
import { mayCreateSignInLink } from "./network.policy.js";
import { readMembers, readNetwork, readNetworksOf, readUnits } from "./network.reads.js";
import {
  NetworkResult,
  NetworkType,
  networkWritten,
  SignInLinkType,
  type NetworkWritten,
} from "./network.type.js";
import { standingInNetwork } from "./standing.js";
import { UnitType } from "./unit.type.js";

/** A link is handed over by mail or on paper: it must outlive a weekend, and no more. */
const LINK_HOURS = 72;
const INPUT = { description: "What is to be done." };

type Answer = NetworkWritten | InputRejected;

@Resolver(() => NetworkType)
export class NetworkResolver {
  @Query(() => NetworkType, { description: "A network the caller belongs to; else NOT_FOUND." })
  network(
    @Arg("id", () => ID, { description: "The network's id." }) id: string,
    @Ctx() context: Context,
  ): Promise<NetworkType> {
    return readNetwork(context.app.lookup, actorOf(context), id);
  }

  @FieldResolver(() => [UnitType], { description: "Its units, in name order." })
  units(@Root() { id }: NetworkType, @Ctx() { app }: Context): Promise<readonly UnitType[]> {
    return readUnits(app.pool, id);
  }

  @FieldResolver(() => MembershipConnection, { description: "Its members, in the order they were taken in." })
  members(
    @Root() { id }: NetworkType,
    @Ctx() { app }: Context,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this place in the list." })
    after?: string | null,
  ): Promise<MembershipConnection> {
    return readMembers(app.pool, id, rangeOf(first, after, limits.membersPage));
  }

  @Mutation(() => NetworkResult, {
    description: "Takes somebody into a network. For leaders; only owners make leaders and owners.",
  })
  async addMember(
    @Arg("input", () => AddMemberInput, INPUT) input: AddMemberInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    const { outcome } = await addMember(context.app.commit, actor, input);
    if (!outcome.done) return outcome.refusal;
    return networkWritten(
      input.clientMutationId,
      await readNetwork(context.app.lookup, actor, input.networkId),
    );
  }

  @Mutation(() => NetworkResult, {
    description:
      "Makes a one-time way in for a member. Leaders make them for members and themselves, owners for everybody.",
  })
  async createSignInLink(
    @Arg("input", () => CreateSignInLinkInput, INPUT) input: CreateSignInLinkInput,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const actor = actorOf(context);
    const { app, baseUrl } = context;
    const whose = isUuid(input.membershipId) ? await app.lookup.get(Membership, input.membershipId) : null;
    if (!whose) throw notFound();
    demand(mayCreateSignInLink, await standingInNetwork(app.lookup, actor, whose.networkId), whose);
    const { token, expiresAt } = await app.identity.createSignInLink(whose.personId, LINK_HOURS);
    const signInLink = Object.assign(new SignInLinkType(), { url: `${baseUrl}/inn/${token}`, expiresAt });
    return networkWritten(input.clientMutationId, await readNetwork(app.lookup, actor, whose.networkId), {
      signInLink,
    });
  }
}

@Resolver(() => ViewerType)
export class ViewerNetworksResolver {
  @FieldResolver(() => [NetworkType], { description: "The networks the caller belongs to, in name order." })
  async networks(@Ctx() { app, actor }: Context): Promise<NetworkType[]> {
    return actor ? readNetworksOf(app.pool, actor.personId) : [];
  }
}

export const networkResolvers = [NetworkResolver, ViewerNetworksResolver] as const;
