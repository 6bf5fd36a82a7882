import type { Lookup } from "../../database/lookup.js";
import type { Actor } from "../../identity/actor.js";
import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import type { Seeing } from "../../kernel/policy.js";
import { Membership, NetworkRole } from "./membership.entity.js";
import { Network } from "./network.entity.js";

/** How somebody stands to a network. */
export interface NetworkStanding extends Seeing {
  readonly network: Readonly<Network>;
  readonly membership: Readonly<Membership> | null;
}

/** Those who plan and lead gatherings: owners and leaders. */
export const leads = (role: NetworkRole | null | undefined): boolean =>
  role === NetworkRole.OWNER || role === NetworkRole.LEADER;

/** Throws NOT_FOUND for a network that is not there; whether it may be seen is for the rules to say. */
export const standingInNetwork = async (
  lookup: Lookup,
  actor: Actor,
  networkId: string,
): Promise<NetworkStanding> => {
  const network = isUuid(networkId) ? await lookup.get(Network, networkId) : null;
  if (!network) throw notFound();
  const [membership] = await lookup.find(Membership, { networkId: network.id, personId: actor.personId });
  return { network, membership: membership ?? null, maySee: membership !== undefined };
};
