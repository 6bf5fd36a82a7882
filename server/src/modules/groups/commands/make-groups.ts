import { limits, within } from "@ordskifte/schema";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { App } from "../../context.js";
import { Arena, standingIn } from "../../gatherings/index.js";
import { arrange } from "../arranging.js";
import { draftAcross, type Draft, type Wanted } from "../draft.js";
import { GroupWish } from "../group-wish.entity.js";
import type { GroupBoards } from "../group-boards.js";
import { mayMakeGroups } from "../group.policy.js";
import { planFor } from "../planning.js";

export interface MakeGroups extends Wanted {
  readonly clientMutationId: string;
}

export interface GroupsWritten {
  readonly gatheringId: string;
}

type GroupsRefusal = InputRejected | GatheringNotOpen;

/** Why a wish was not kept is kept with it, until groups are made again. */
const noteRefusals = async (
  tx: Tx,
  { gatheringId, arena }: MakeGroups,
  { refused: reasons }: Draft,
): Promise<void> => {
  if (arena !== Arena.CROSS) return;
  for (const wish of await tx.find(GroupWish, { gatheringId })) {
    const reason = reasons.get(wish.id) ?? null;
    if (reason !== wish.reason) tx.update(GroupWish, { ...wish, reason });
  }
};

const make = async (
  tx: Tx,
  actor: Actor,
  boards: GroupBoards,
  input: MakeGroups,
  draft: Draft,
): Promise<Outcome<GroupsWritten, GroupsRefusal>> => {
  const who = await standingIn(tx, actor, input.gatheringId);
  demand(mayMakeGroups, who, undefined);
  if (who.gathering.state === GatheringState.ARCHIVED)
    return refused(new GatheringNotOpen(who.gathering.state));
  if (input.arena === Arena.CROSS && !within(limits.groupSize, input.size)) {
    return refused(new InputRejected("size", InputProblem.OUT_OF_RANGE, limits.groupSize.max));
  }
  if ((input.seed?.length ?? 0) > limits.seed)
    return refused(new InputRejected("seed", InputProblem.TOO_LONG, limits.seed));
  await arrange(tx, boards, input, await planFor(tx, input, draft.groups));
  await noteRefusals(tx, input, draft);
  return done({ gatheringId: input.gatheringId });
};

/**
 * Seats everybody who is there in the groups of an arena. Groups that exist are used again, by number or by unit, so
 * that boards and cards stay where they are. Who sits with whom is thought out before the lock is taken. With every board locked, no card can be written on one that is taken away.
 */
export const makeGroups = async (
  app: Pick<App, "commit" | "pool" | "lookup">,
  boards: GroupBoards,
  actor: Actor,
  input: MakeGroups,
): Promise<Committed<GroupsWritten, GroupsRefusal>> => {
  demand(mayMakeGroups, await standingIn(app.lookup, actor, input.gatheringId), undefined);
  const draft = await draftAcross(app.pool, input);
  return app.commit({
    streams: [input.gatheringId],
    wholeScope: true,
    command: "groups.make",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => make(tx, actor, boards, input, draft),
  });
};
