import { notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import type { Context } from "../context.js";
import { Participant } from "./participant.entity.js";
import { ProgrammeItem } from "./programme-item.entity.js";

/** Which gathering an item belongs to; it never moves to another. Throws NOT_FOUND. */
export const gatheringOfItem = async (
  { app }: Context,
  { itemId }: { readonly itemId: string },
): Promise<string> => {
  const item = isUuid(itemId) ? await app.lookup.get(ProgrammeItem, itemId) : null;
  if (!item) throw notFound();
  return item.gatheringId;
};

/** Which gathering a participant takes part in; they never move to another. Throws NOT_FOUND. */
export const gatheringOfParticipant = async (
  { app }: Context,
  { participantId }: { readonly participantId: string },
): Promise<string> => {
  const participant = isUuid(participantId) ? await app.lookup.get(Participant, participantId) : null;
  if (!participant) throw notFound();
  return participant.gatheringId;
};
