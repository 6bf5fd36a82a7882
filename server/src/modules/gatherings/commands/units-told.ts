import { conflict } from "../../../kernel/errors.js";
import { GatheringState } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { Gathering } from "../gathering.entity.js";

/**
 * Every gathering of a network shows its units. Throws CONFLICT where one was made after the locks were chosen: its
 * readers would never hear of a unit that is added now. Trying again is then enough.
 */
export const demandAllTold = async (tx: Tx, networkId: string): Promise<void> => {
  const gatherings = await tx.find(Gathering, { networkId });
  const untold = gatherings.some(
    ({ id, state }) => state !== GatheringState.ARCHIVED && !tx.streams.includes(id),
  );
  if (untold) throw conflict("Something else was changed at the same moment. Try again.");
};
