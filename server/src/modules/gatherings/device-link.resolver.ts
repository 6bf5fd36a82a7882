import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import { demand } from "../../kernel/policy.js";
import { InputRejected } from "../../kernel/refusals.js";
import { UuidScalar, DateTimeScalar } from "../../kernel/scalars.js";
import { InputProblem } from "../../kernel/words.js";
import { actorOf, type Context } from "../context.js";
import { Membership } from "../networks/index.js";
import { ParticipantInput } from "./gathering.inputs.js";
import { mayMoveDevice } from "./gathering.policy.js";
import { Participant } from "./participant.entity.js";
import { standingIn } from "./standing.js";

/** Long enough to type it off a screen; the phone that is to be left is at hand. */
const LINK_HOURS = 1;

@ObjectType("DeviceLink", { description: "A one-time way for a guest to go on at another device." })
export class DeviceLink {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => String, { description: "The whole address, for that guest and nobody else." })
  url!: string;

  @Field(() => DateTimeScalar, { description: "When it stops working." })
  expiresAt!: Date;
}

const DeviceLinkResult = createUnionType({
  name: "DeviceLinkResult",
  description: "The link, or why there is none.",
  types: () => [DeviceLink, InputRejected] as const,
});

/** Members have links of their own, made by those who may: nobody becomes a leader by way of the door. */
const isMember = async ({ app }: Context, personId: string): Promise<boolean> =>
  (await app.lookup.find(Membership, { personId })).length > 0;

@Resolver()
export class DeviceLinkResolver {
  @Mutation(() => DeviceLinkResult, {
    description:
      "Makes a one-time link for a guest whose device fails. Not for members of a network. For leaders.",
  })
  async createDeviceLink(
    @Arg("input", () => ParticipantInput, { description: "Whose device." }) input: ParticipantInput,
    @Ctx() context: Context,
  ): Promise<DeviceLink | InputRejected> {
    const actor = actorOf(context);
    const { lookup, identity } = context.app;
    const guest = isUuid(input.participantId) ? await lookup.get(Participant, input.participantId) : null;
    if (!guest) throw notFound();
    demand(mayMoveDevice, await standingIn(lookup, actor, guest.gatheringId), undefined);
    if (guest.removedAt || (await isMember(context, guest.personId)))
      return new InputRejected("participantId", InputProblem.NOT_ALLOWED);
    const { token, expiresAt } = await identity.createSignInLink(guest.personId, LINK_HOURS);
    const url = `${context.baseUrl}/inn/${token}`;
    return Object.assign(new DeviceLink(), { clientMutationId: input.clientMutationId, url, expiresAt });
  }
}
