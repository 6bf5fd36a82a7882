import type { Actor } from "../../../identity/actor.js";
import { demand } from "../../../kernel/policy.js";
import { InputRejected } from "../../../kernel/refusals.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import {
  insertUnit,
  mayAddUnit,
  readNewUnit,
  standingInNetwork,
  type NewUnit,
} from "../../networks/index.js";
import { demandAllTold } from "./units-told.js";

export interface AddUnit {
  readonly clientMutationId: string;
  readonly networkId: string;
  readonly unit: NewUnit;
}

export interface UnitAdded {
  readonly unitId: string;
}

const add = async (tx: Tx, actor: Actor, input: AddUnit): Promise<Outcome<UnitAdded, InputRejected>> => {
  demand(mayAddUnit, await standingInNetwork(tx, actor, input.networkId), undefined);
  const unit = readNewUnit("unit", input.unit);
  if (unit instanceof InputRejected) return refused(unit);
  await demandAllTold(tx, input.networkId);
  return done({ unitId: (await insertUnit(tx, input.networkId, unit)).id });
};

/**
 * Adds a unit to a network. `told` are the streams that show the network's units: its own, and its gatherings'. Throws
 * CONFLICT where a gathering was made at the same moment.
 */
export const addUnit = (
  commit: Commit,
  actor: Actor,
  told: readonly string[],
  input: AddUnit,
): Promise<Committed<UnitAdded, InputRejected>> =>
  commit({
    streams: [...new Set([input.networkId, ...told])],
    command: "unit.add",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => add(tx, actor, input),
  });
