import type { Actor } from "../../../identity/actor.js";
import { notFound } from "../../../kernel/errors.js";
import { isUuid } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, type Outcome } from "../../../live/vocabulary.js";
import { maySetUnitKind, standingInNetwork, Unit, type UnitKind } from "../../networks/index.js";
import { demandAllTold } from "./units-told.js";

export interface SetUnitKind {
  readonly clientMutationId: string;
  readonly unitId: string;
  readonly kind: UnitKind;
}

export interface UnitKindSet {
  readonly unitId: string;
}

const say = async (
  tx: Tx,
  actor: Actor,
  networkId: string,
  { unitId, kind }: SetUnitKind,
): Promise<Outcome<UnitKindSet, never>> => {
  demand(maySetUnitKind, await standingInNetwork(tx, actor, networkId), undefined);
  const unit = isUuid(unitId) ? await tx.get(Unit, unitId) : null;
  if (unit?.networkId !== networkId) throw notFound();
  if (unit.kind === kind) return done({ unitId });
  await demandAllTold(tx, networkId);
  tx.update(Unit, { ...unit, kind });
  for (const streamId of tx.streams) tx.touch(streamId, ["unit", unitId]);
  return done({ unitId });
};

/**
 * Says what sort of place a unit is, as where its level was not known when it was added. `told` are the streams that
 * show the unit, the network's own and those of its gatherings and their boards: each hears of the unit once, and
 * whatever names it there is of the same unit. Throws CONFLICT where a gathering was made at the same moment.
 */
export const setUnitKind = (
  commit: Commit,
  actor: Actor,
  { networkId, told }: { readonly networkId: string; readonly told: readonly string[] },
  input: SetUnitKind,
): Promise<Committed<UnitKindSet, never>> =>
  commit({
    streams: [...new Set([networkId, ...told])],
    command: "unit.setKind",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => say(tx, actor, networkId, input),
  });
