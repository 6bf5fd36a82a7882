import { actorOf, type Context } from "../context.js";
import { readGathering } from "./gathering.reads.js";
import type { GatheringType } from "./gathering.type.js";
import { seenBy, type Standing } from "./standing.js";

/** By what was shown, which may be the same for all who asked at that moment, and by person. */
const standings = new WeakMap<GatheringType, Map<string, Standing>>();

/** A gathering for a caller who may see it; throws NOT_FOUND for all others. */
export const showGathering = async (context: Context, gatheringId: string): Promise<GatheringType> => {
  const standing = await seenBy(context.app.lookup, actorOf(context), gatheringId);
  const gathering = await readGathering(context.app.pool, standing.gathering.id);
  const known = standings.get(gathering) ?? new Map<string, Standing>();
  standings.set(gathering, known.set(standing.actor.personId, standing));
  return gathering;
};

/**
 * How the caller stands to a gathering that they are being shown: asked once an operation, however many of its fields
 * depend on it. Throws NOT_FOUND where they may not see it.
 */
export const standingTo = async (context: Context, gathering: GatheringType): Promise<Standing> => {
  const actor = actorOf(context);
  const known = standings.get(gathering)?.get(actor.personId);
  return known ?? seenBy(context.app.lookup, actor, gathering.id);
};
