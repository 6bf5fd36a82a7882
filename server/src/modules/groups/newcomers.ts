import type { Tx } from "../../live/tx.js";
import type { Attendee, AttendanceHook } from "../context.js";
import { GatheringState } from "../../kernel/words.js";
import { Arena, Gathering, Participant, ProgrammeItem } from "../gatherings/index.js";
import { Unit } from "../networks/index.js";
import type { Group } from "./group.entity.js";
import type { GroupBoards } from "./group-boards.js";
import { countPeople, inArena, nextNumber, openGroup, seat, seatingOf, type Seating } from "./seating.js";
import { Seat } from "./seat.entity.js";

interface Table {
  readonly group: Readonly<Group>;
  readonly people: number;
  readonly ofUnit: number;
}

const countIn = (members: readonly Readonly<Participant>[]): number =>
  members.reduce((sum, { people }) => sum + people, 0);

const tablesOf = async (
  tx: Tx,
  { groups, seats }: Seating,
  { gatheringId, unitId }: Attendee,
): Promise<Table[]> => {
  const present = await tx.find(Participant, { gatheringId, removedAt: null });
  return groups.map((group) => {
    const ids = new Set(
      seats.filter(({ groupId }) => groupId === group.id).map(({ participantId }) => participantId),
    );
    const members = present.filter(({ id }) => ids.has(id));
    return {
      group,
      people: countIn(members),
      ofUnit: countIn(members.filter((member) => member.unitId === unitId)),
    };
  });
};

/** The smallest group, then the one with the fewest of their own. A group that was left empty stays so: nobody sits alone. */
const bestOf = (tables: readonly Table[]): Table | undefined => {
  const inUse = tables.filter(({ people }) => people > 0);
  const choice = inUse.length > 0 ? inUse : tables;
  return choice.toSorted(
    (a, b) => a.people - b.people || a.ofUnit - b.ofUnit || a.group.number - b.group.number,
  )[0];
};

const seatAcross = async (tx: Tx, across: Seating, attendee: Attendee): Promise<void> => {
  if (across.seats.some(({ participantId }) => participantId === attendee.id)) return;
  const best = bestOf(await tablesOf(tx, across, attendee));
  if (best) seat(tx, attendee.gatheringId, best.group.id, attendee.id);
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
  { groups, seats }: Seating,
  attendee: Attendee,
): Promise<void> => {
  if (seats.some(({ participantId }) => participantId === attendee.id)) return;
  const known = groups.find(({ unitId }) => unitId === attendee.unitId);
  const group = known ?? (await openUnitGroup(tx, boards, groups, attendee));
  seat(tx, attendee.gatheringId, group.id, attendee.id);
};

/** Gives up seats: all of them for whoever is gone, the unit's for whoever now takes part for another. */
const giveUpSeats = (tx: Tx, seating: Seating, attendee: Attendee, before: Attendee | null): void => {
  const movedUnit = before !== null && before.unitId !== attendee.unitId;
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
  seating: Seating,
  { gatheringId, removedAt }: Attendee,
): Promise<boolean> =>
  inArena(seating, Arena.UNIT).groups.length > 0 || (!removedAt && (await preparesAtHome(tx, gatheringId)));

const seatNewcomer = async (
  tx: Tx,
  boards: GroupBoards,
  attendee: Attendee,
  opensUnits: boolean,
): Promise<void> => {
  const now = await seatingOf(tx, attendee.gatheringId);
  await seatAcross(tx, inArena(now, Arena.CROSS), attendee);
  if (opensUnits) await seatInUnit(tx, boards, inArena(now, Arena.UNIT), attendee);
};

/** Seats those who come after the groups were made, and frees the seats of those who are removed. */
export const seatNewcomers =
  (boards: GroupBoards): AttendanceHook =>
  async (tx, attendee, before) => {
    const seating = await seatingOf(tx, attendee.gatheringId);
    const opensUnits = await opensUnitGroups(tx, seating, attendee);
    if (seating.groups.length === 0 && !opensUnits) return;
    tellGroups(tx, seating, attendee);
    giveUpSeats(tx, seating, attendee, before);
    if (!attendee.removedAt) await seatNewcomer(tx, boards, attendee, opensUnits);
    await countPeople(tx, attendee.gatheringId);
  };
