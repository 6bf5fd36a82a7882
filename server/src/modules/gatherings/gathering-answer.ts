import type { Actor } from "../../identity/actor.js";
import type { Commit, Committed } from "../../live/commit.js";
import { formatCursor } from "../../live/vocabulary.js";
import { actorOf, type Context } from "../context.js";
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

interface Written {
  readonly clientMutationId: string;
}

type GatheringVerb<Place, Input> = (
  commit: Commit,
  actor: Actor,
  place: Place,
  input: Input,
) => Promise<Committed<InGathering, GatheringRefusal>>;

/**
 * Does what a caller asks for in a gathering. Where that happens is looked up once it is known who asks, so that nobody
 * from outside learns what is there.
 */
export const onGathering = async <Place, Input extends Written>(
  context: Context,
  input: Input,
  placeOf: (context: Context, input: Input) => Place | Promise<Place>,
  verb: GatheringVerb<Place, Input>,
): Promise<GatheringAnswer> => {
  const actor = actorOf(context);
  const place = await placeOf(context, input);
  return answerGathering(context, input, await verb(context.app.commit, actor, place, input));
};

/** The gathering that an input names. */
export const named = (_: Context, { gatheringId }: { readonly gatheringId: string }): string => gatheringId;
