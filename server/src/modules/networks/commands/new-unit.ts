import { limits } from "@ordskifte/schema";
import { newId } from "../../../kernel/ids.js";
import { InputRejected } from "../../../kernel/refusals.js";
import { requiredText } from "../../../kernel/texts.js";
import type { Tx } from "../../../live/tx.js";
import { Unit, type UnitKind } from "../unit.entity.js";

export interface NewUnit {
  readonly name: string;
  readonly municipality: string;
  readonly kind: UnitKind;
}

/** The cleaned unit, or the refusal of its first wrong field. `field` is where it stands in the input. */
export const readNewUnit = (field: string, unit: NewUnit): NewUnit | InputRejected => {
  const name = requiredText(`${field}.name`, unit.name, limits.unitName);
  if (name instanceof InputRejected) return name;
  const municipality = requiredText(`${field}.municipality`, unit.municipality, limits.municipality);
  return municipality instanceof InputRejected ? municipality : { name, municipality, kind: unit.kind };
};

const isSame = (a: NewUnit, b: NewUnit): boolean =>
  [a.name, a.municipality].join("\n").toLowerCase() === [b.name, b.municipality].join("\n").toLowerCase();

const told = (tx: Tx, unit: Unit): void => {
  for (const streamId of tx.streams) tx.touch(streamId, ["unit", unit.id]);
};

/**
 * Adds a unit to the network and tells every stream whose lock is held. Two who add the same unit, by name and
 * municipality, get the one that was there first.
 */
export const insertUnit = async (tx: Tx, networkId: string, unit: NewUnit): Promise<Readonly<Unit>> => {
  const known = (await tx.find(Unit, { networkId })).find((other) => isSame(other, unit));
  if (known) return known;
  const added: Unit = { id: newId(), networkId, ...unit, createdAt: tx.now };
  tx.insert(Unit, added);
  told(tx, added);
  return added;
};
