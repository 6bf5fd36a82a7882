import type { Committed } from "../../live/commit.js";
import { formatCursor } from "../../live/vocabulary.js";
import type { Context } from "../context.js";
import { readGathering } from "./gathering.reads.js";
import { GatheringWritten, type GatheringRefusal } from "./gathering-written.type.js";
import { loadItems } from "./programme.reads.js";

/** What a command in a gathering came to, as far as its answer shows. */
interface InGathering {
  readonly gatheringId: string;
  readonly itemId?: string | null;
  readonly roundId?: string | null;
}

export type GatheringAnswer = GatheringWritten | GatheringRefusal;

/** What was committed in a gathering, as it is seen now. */
export const answerGathering = async (
  { app }: Context,
  { clientMutationId }: { readonly clientMutationId: string },
  { outcome, position }: Committed<InGathering, GatheringRefusal>,
): Promise<GatheringAnswer> => {
  if (!outcome.done) return outcome.refusal;
  const { gatheringId, itemId = null, roundId = null } = outcome.value;
  const gathering = await readGathering(app.pool, gatheringId);
  const item = itemId ? ((await loadItems(app.pool, [itemId])).get(itemId) ?? null) : null;
  return Object.assign(new GatheringWritten(), {
    clientMutationId,
    cursor: formatCursor(position),
    gathering,
    item,
    roundId,
  });
};
