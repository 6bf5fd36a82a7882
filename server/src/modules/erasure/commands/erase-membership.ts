import type { Actor } from "../../../identity/actor.js";
import { demand } from "../../../kernel/policy.js";
import type { Commit } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done } from "../../../live/vocabulary.js";
import { Membership, NetworkRole } from "../../networks/index.js";
import { mayLeaveNetwork } from "../erasure.policy.js";
import { eraserIn } from "./erase-participant.js";

export interface EraseMembership {
  readonly receiptId: string;
  readonly networkId: string;
  readonly personId: string;
}

const erase = async (tx: Tx, actor: Actor, { networkId, personId }: EraseMembership): Promise<void> => {
  const [membership] = await tx.find(Membership, { networkId, personId });
  if (!membership) return;
  const owners = await tx.find(Membership, { networkId, role: NetworkRole.OWNER });
  const hasOtherOwner = owners.some((owner) => owner.personId !== personId);
  demand(mayLeaveNetwork, await eraserIn(tx, actor, networkId, personId), { hasOtherOwner });
  tx.remove(Membership, membership);
};

/** Takes somebody out of a network. FORBIDDEN for the last of its owners. */
export const eraseMembership = (commit: Commit, actor: Actor, input: EraseMembership): Promise<unknown> =>
  commit({
    streams: [input.networkId],
    command: "membership.erase",
    receipt: { personId: actor.personId, id: input.receiptId },
    input,
    work: async (tx) => {
      await erase(tx, actor, input);
      return done({ personId: input.personId });
    },
  });
