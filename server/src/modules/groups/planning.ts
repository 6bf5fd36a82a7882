import type { Tx } from "../../live/tx.js";
import { Arena, Participant } from "../gatherings/index.js";
import { Unit } from "../networks/index.js";
import { deal } from "./dealing.js";

/** A group as it should be; `number` is null where any free one will do. */
export interface Planned {
  readonly number: number | null;
  readonly name: string;
  readonly unitId: string | null;
  /** Ids of participants. */
  readonly members: readonly string[];
}

type Present = readonly Readonly<Participant>[];

const planAcross = (present: Present, size: number): Planned[] =>
  deal(present, size).map((members, i) => ({
    number: i + 1,
    name: `Gruppe ${i + 1}`,
    unitId: null,
    members,
  }));

const planUnits = async (tx: Tx, present: Present): Promise<Planned[]> => {
  const units = await tx.getMany(Unit, [...new Set(present.map(({ unitId }) => unitId))]);
  const membersOf = (unit: Readonly<Unit>): string[] =>
    present.filter(({ unitId }) => unitId === unit.id).map(({ id }) => id);
  return units
    .toSorted((a, b) => a.name.localeCompare(b.name, "nb") || (a.id < b.id ? -1 : 1))
    .map((unit) => ({ number: null, name: unit.name, unitId: unit.id, members: membersOf(unit) }));
};

/** Nobody has a seat in the plenary's group: those who lead write on its board. */
const PLENARY: Planned = { number: 1, name: "Plenum", unitId: null, members: [] };

export interface Wish {
  readonly gatheringId: string;
  readonly arena: Arena;
  /** People in a group across units; the other arenas do not ask for it. */
  readonly size: number;
}

/** The groups that an arena needs for those who are there, each group known by its number or its unit. */
export const planFor = async (tx: Tx, { gatheringId, arena, size }: Wish): Promise<Planned[]> => {
  if (arena === Arena.PLENARY) return [PLENARY];
  const present = await tx.find(Participant, { gatheringId, removedAt: null });
  const inOrder = present.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return arena === Arena.CROSS ? planAcross(inOrder, size) : planUnits(tx, inOrder);
};
