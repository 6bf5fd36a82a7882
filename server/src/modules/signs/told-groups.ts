import type { Tx } from "../../live/tx.js";
import { Seat } from "../groups/index.js";

/** The groups that somebody sits in hear that more or fewer of them may be ready. */
export const tellGroups = async (
  tx: Tx,
  { id: participantId, gatheringId }: { readonly id: string; readonly gatheringId: string },
): Promise<void> => {
  for (const { groupId } of await tx.find(Seat, { gatheringId, participantId }))
    tx.touch(gatheringId, ["groupReady", groupId]);
};
