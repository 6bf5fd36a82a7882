import { createUnionType, Field, ID, ObjectType } from "type-graphql";
import { InputRejected } from "../../kernel/refusals.js";
import { DateTimeScalar, UuidScalar } from "../../kernel/scalars.js";
import { NetworkRole } from "./membership.entity.js";
import type { Network } from "./network.entity.js";
import { UnitType } from "./unit.type.js";

@ObjectType("Network", { description: "Units that learn together over years." })
export class NetworkType {
  @Field(() => ID, { description: "The network's id." })
  id!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => NetworkRole, { description: "What the caller is to it." })
  viewerRole!: NetworkRole;
}

export const presentNetwork = ({ id, name }: Readonly<Network>, viewerRole: NetworkRole): NetworkType =>
  Object.assign(new NetworkType(), { id, name, viewerRole });

@ObjectType("SignInLink", {
  description: "A one-time way in for a member. Shown once; only its fingerprint is kept.",
})
export class SignInLinkType {
  @Field(() => String, { description: "The whole address, to be given to that member and nobody else." })
  url!: string;

  @Field(() => DateTimeScalar, { description: "When it stops working." })
  expiresAt!: Date;
}

@ObjectType("NetworkWritten", { description: "A write in a network that stands." })
export class NetworkWritten {
  @Field(() => UuidScalar, { description: "The write that is answered." })
  clientMutationId!: string;

  @Field(() => NetworkType, { description: "The network." })
  network!: NetworkType;

  @Field(() => UnitType, { nullable: true, description: "The unit that was added or changed." })
  unit!: UnitType | null;

  @Field(() => SignInLinkType, { nullable: true, description: "The link that was made." })
  signInLink!: SignInLinkType | null;

  /** The gathering that was made; shown by the module that knows gatherings. */
  gatheringId!: string | null;
}

type Extras = Partial<Pick<NetworkWritten, "unit" | "signInLink" | "gatheringId">>;

export const networkWritten = (
  clientMutationId: string,
  network: NetworkType,
  extras: Extras = {},
): NetworkWritten =>
  Object.assign(new NetworkWritten(), {
    clientMutationId,
    network,
    unit: null,
    signInLink: null,
    gatheringId: null,
    ...extras,
  });

export const NetworkResult = createUnionType({
  name: "NetworkResult",
  description: "Written, or why not.",
  types: () => [NetworkWritten, InputRejected] as const,
});
