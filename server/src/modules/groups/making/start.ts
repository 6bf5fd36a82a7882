import { shuffled, type Random } from "./random.js";
import type { Roster } from "./roster.js";

interface Table {
  readonly members: number[];
  readonly ofUnit: Int32Array;
  people: number;
}

const weightOf = ({ weight }: Roster, who: number): number => weight[who] as number;
const unitOf = ({ unit }: Roster, who: number): number => unit[who] as number;

const peopleIn = (roster: Roster, members: readonly number[]): number =>
  members.reduce((sum, who) => sum + weightOf(roster, who), 0);

/** Shared devices first, the largest before all, since single people fill up around them; then the largest units. */
const inOrder = (roster: Roster, random: Random): number[] => {
  const units: number[][] = Array.from({ length: roster.units }, () => []);
  for (const who of shuffled([...roster.ids.keys()], random)) units[unitOf(roster, who)]?.push(who);
  return units
    .toSorted((a, b) => peopleIn(roster, b) - peopleIn(roster, a))
    .flat()
    .toSorted((a, b) => weightOf(roster, b) - weightOf(roster, a));
};

export const hasTables = ({ weight }: Roster): boolean => weight.some((people) => people > 1);

/** Whether somebody of a unit is better off at `b` than at `a`. */
const isBetter = (unit: number, sizeFirst: boolean, a: Table, b: Table): boolean => {
  const own = (b.ofUnit[unit] as number) - (a.ofUnit[unit] as number);
  const size = b.people - a.people;
  return (sizeFirst ? size || own : own || size) < 0;
};

/**
 * Deals people out unit by unit, each to the group with the fewest of their own, and among these to the smallest. Of
 * single people a unit's remainder, less than one a group, then goes to as many of the smallest groups: by induction
 * sizes stay within one of each other, and each unit has in each group the floor or the ceiling of its share. Where
 * there are tables with several people, even sizes come first.
 */
export const deal = (roster: Roster, random: Random): number[][] => {
  const sizeFirst = hasTables(roster);
  const tables = Array.from({ length: roster.groups }, (): Table => ({
    members: [],
    ofUnit: new Int32Array(roster.units),
    people: 0,
  }));
  for (const who of inOrder(roster, random)) {
    const [unit, weight] = [unitOf(roster, who), weightOf(roster, who)];
    const best = tables.reduce((a, b) => (isBetter(unit, sizeFirst, a, b) ? b : a));
    best.members.push(who);
    best.people += weight;
    best.ofUnit[unit] = (best.ofUnit[unit] as number) + weight;
  }
  return tables.map(({ members }) => members);
};

/**
 * Fills up with empty chairs, numbered from n on. A chair is swapped like anybody else, which is how groups that are
 * one larger than others become one smaller.
 */
export const withChairs = (roster: Roster, groups: readonly (readonly number[])[]): number[][] => {
  let chair = roster.ids.length;
  return groups.map((members) => {
    const free = Math.max(0, roster.capacity - peopleIn(roster, members));
    return [...members, ...Array.from({ length: free }, () => chair++)];
  });
};
