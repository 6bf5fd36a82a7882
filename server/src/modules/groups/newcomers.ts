import type { Tx } from "../../live/tx.js";
import type { Attendee, AttendanceHook } from "../context.js";
import { GatheringState } from "../../kernel/words.js";
import { Arena, Gathering, Participant, ProgrammeItem } from "../gatherings/index.js";
import { Unit } from "../networks/index.js";
import { Group } from "./group.entity.js";
import type { GroupBoards } from "./group-boards.js";
import { countPeople, inArena, nextNumber, openGroup, seat, seatingOf, type Seating } from "./seating.js";
import { Seat } from "./seat.entity.js";

/** Of the smallest tables so many are looked at: a full hall is not counted through for each who comes. */
const MOST_LOOKED_AT = 6;

const ofUnitAt = async (
  tx: Tx,
  group: Readonly<Group>,
  { gatheringId, unitId }: Attendee,
): Promise<number> => {
  const seats = await tx.find(Seat, { gatheringId, groupId: group.id });
  const members = await tx.getMany(
    Participant,
    seats.map(({ participantId }) => participantId),
  );
  return members
    .filter((member) => member.unitId === unitId && member.removedAt === null)
    .reduce((sum, { people }) => sum + people, 0);
};

/** A group that was left empty stays so: nobody sits alone. */
const smallestOf = (groups: Seating["groups"]): Seating["groups"] => {
  const inUse = groups.filter(({ people }) => people > 0);
  const choice = inUse.length > 0 ? inUse : groups;
  const fewest = Math.min(...choice.map(({ people }) => people));
  return choice.filter(({ people }) => people === fewest).toSorted((a, b) => a.number - b.number);
};

/** Among the smallest groups the one with the fewest of their own. */
const tableFor = async (
  tx: Tx,
  groups: Seating["groups"],
  attendee: Attendee,
): Promise<Readonly<Group> | null> => {
  const tables = smallestOf(groups).slice(0, MOST_LOOKED_AT);
  if (tables.length <= 1) return tables[0] ?? null;
  const own = await Promise.all(tables.map((group) => ofUnitAt(tx, group, attendee)));
  return tables[own.indexOf(Math.min(...own))] ?? null;
};

const takeSeat = (tx: Tx, group: Readonly<Group>, { gatheringId, id, people }: Attendee): void => {
  seat(tx, gatheringId, group.id, id);
  tx.update(Group, { ...group, people: group.people + people });
};

const openUnitGroup = async (
  tx: Tx,
  boards: GroupBoards,
  groups: Seating["groups"],
  { gatheringId, unitId }: Attendee,
): Promise<Group> => {
  const name = (await tx.get(Unit, unitId))?.name ?? "";
  return openGroup(tx, boards, { gatheringId, arena: Arena.UNIT, number: nextNumber(groups), name, unitId });
};

/** Whether units work at home before everybody meets: then each has its board from its first participant on. */
const preparesAtHome = async (tx: Tx, gatheringId: string): Promise<boolean> => {
  const gathering = await tx.get(Gathering, gatheringId);
  if (gathering?.state !== GatheringState.PREPARING) return false;
  return (await tx.find(ProgrammeItem, { gatheringId })).some(({ atHome }) => atHome);
};

const seatInUnit = async (
  tx: Tx,
  boards: GroupBoards,
  groups: Seating["groups"],
  attendee: Attendee,
): Promise<void> => {
  const known = groups.find(({ unitId }) => unitId === attendee.unitId);
  takeSeat(tx, known ?? (await openUnitGroup(tx, boards, groups, attendee)), attendee);
};

/** Gives up seats: all of them for whoever is gone, the unit's for whoever now takes part for another. */
const giveUpSeats = (tx: Tx, seating: Seating, attendee: Attendee, before: Attendee): void => {
  const movedUnit = before.unitId !== attendee.unitId;
  const left = attendee.removedAt ? seating : inArena(seating, Arena.UNIT);
  if (!attendee.removedAt && !movedUnit) return;
  for (const held of left.seats) if (held.participantId === attendee.id) tx.remove(Seat, held);
};

/** Who sits there still has a name and a number of people, and these may be new. */
const tellGroups = (tx: Tx, { seats }: Seating, attendee: Attendee): void => {
  for (const held of seats)
    if (held.participantId === attendee.id) tx.touch(attendee.gatheringId, ["group", held.groupId]);
};

const opensUnitGroups = async (
  tx: Tx,
  groups: Seating["groups"],
  { gatheringId, removedAt }: Attendee,
): Promise<boolean> =>
  groups.some(({ arena }) => arena === Arena.UNIT) || (!removedAt && (await preparesAtHome(tx, gatheringId)));

interface Place {
  readonly groups: Seating["groups"];
  readonly hasSeat: (arena: Arena) => boolean;
  readonly opensUnits: boolean;
}

/** Gives a seat in each arena that has groups, and where they have none. */
const seatWhereNone = async (
  tx: Tx,
  boards: GroupBoards,
  attendee: Attendee,
  { groups, hasSeat, opensUnits }: Place,
): Promise<void> => {
  const ofArena = (wanted: Arena): Seating["groups"] => groups.filter(({ arena }) => arena === wanted);
  const table = hasSeat(Arena.CROSS) ? null : await tableFor(tx, ofArena(Arena.CROSS), attendee);
  if (table) takeSeat(tx, table, attendee);
  if (opensUnits && !hasSeat(Arena.UNIT)) await seatInUnit(tx, boards, ofArena(Arena.UNIT), attendee);
};

/** Whoever was not there has no seat either: the seats that others have need not be looked at. */
const seatStranger = async (tx: Tx, boards: GroupBoards, attendee: Attendee): Promise<void> => {
  const groups = await tx.find(Group, { gatheringId: attendee.gatheringId });
  const opensUnits = await opensUnitGroups(tx, groups, attendee);
  await seatWhereNone(tx, boards, attendee, { groups, hasSeat: () => false, opensUnits });
};

const seatAnew = async (tx: Tx, boards: GroupBoards, attendee: Attendee, before: Attendee): Promise<void> => {
  const { gatheringId, id, removedAt } = attendee;
  const seating = await seatingOf(tx, gatheringId);
  const opensUnits = await opensUnitGroups(tx, seating.groups, attendee);
  if (seating.groups.length === 0 && !opensUnits) return;
  tellGroups(tx, seating, attendee);
  giveUpSeats(tx, seating, attendee, before);
  const left = await seatingOf(tx, gatheringId);
  const hasSeat = (arena: Arena): boolean =>
    inArena(left, arena).seats.some(({ participantId }) => participantId === id);
  const { groups } = left;
  if (!removedAt) await seatWhereNone(tx, boards, attendee, { groups, hasSeat, opensUnits });
  await countPeople(tx, gatheringId);
};

/** Seats those who come after the groups were made, and frees the seats of those who are removed. */
export const seatNewcomers =
  (boards: GroupBoards): AttendanceHook =>
  (tx, attendee, before) =>
    before ? seatAnew(tx, boards, attendee, before) : seatStranger(tx, boards, attendee);
