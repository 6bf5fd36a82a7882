import type { Tx } from "../../live/tx.js";
import { Arena, Participant } from "../gatherings/index.js";
import { Unit } from "../networks/index.js";
import type { Wanted } from "./draft.js";
import type { Groups } from "./making/plan.js";
import { reseat } from "./making/reseat.js";

/** A group as it should be; `number` is null where any free one will do. */
export interface Planned {
  readonly number: number | null;
  readonly name: string;
  readonly unitId: string | null;
  /** Ids of participants. */
  readonly members: readonly string[];
}

type Present = readonly Readonly<Participant>[];

/** Who has come or gone since the draft was made is seated with it, or left out of it. */
const planAcross = (present: Present, draft: Groups): Planned[] => {
  const people = present.map(({ id, unitId, people: count }) => ({
    id,
    unit: unitId,
    people: count,
  }));
  const begun = draft.length === 0 && present.length > 0 ? [[]] : draft;
  return reseat(people, begun).groups.map((members, i) => ({
    number: i + 1,
    name: `Gruppe ${i + 1}`,
    unitId: null,
    members,
  }));
};

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

/** The groups that an arena needs for those who are there, each group known by its number or its unit. */
export const planFor = async (tx: Tx, { gatheringId, arena }: Wanted, draft: Groups): Promise<Planned[]> => {
  if (arena === Arena.PLENARY) return [PLENARY];
  const present = await tx.find(Participant, { gatheringId, removedAt: null });
  const here = present.filter(({ away }) => !away);
  const inOrder = here.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return arena === Arena.CROSS ? planAcross(inOrder, draft) : planUnits(tx, inOrder);
};
