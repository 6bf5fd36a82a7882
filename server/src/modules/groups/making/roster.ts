import type { GroupNumber, Person } from "./plan.js";

/**
 * People as numbers 0…n-1 in the order of their ids, so that it does not matter in which order they came; their units
 * and kinds as numbers too.
 */
export interface Roster {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly unit: Int32Array;
  readonly units: number;
  readonly kind: Int32Array;
  readonly kinds: number;
  /** People at the device; 1 for most. */
  readonly weight: Int32Array;
  readonly groups: number;
  /** People in a group at the most, where no table is larger than a group. */
  readonly capacity: number;
}

const numbered = (values: readonly string[]): { of: Int32Array; count: number } => {
  const numbers = new Map([...new Set(values)].toSorted().map((value, i) => [value, i]));
  return { of: Int32Array.from(values, (value) => numbers.get(value) ?? 0), count: numbers.size };
};

const groupsFor = (size: GroupNumber, people: number, seats: number): number => {
  const wanted = "groupCount" in size ? size.groupCount : Math.ceil(people / size.groupSize);
  if (!(wanted >= 0 && wanted < Infinity)) throw new RangeError("Groups need a size or a number above 0.");
  return Math.min(seats, Math.max(1, Math.floor(wanted)));
};

/** Throws RangeError for groups of nobody, and for an id that is there twice. */
export const rosterOf = (people: readonly Person[], size: GroupNumber): Roster => {
  const inOrder = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map(inOrder.map(({ id }, i) => [id, i]));
  if (indexOf.size < people.length) throw new RangeError("Somebody is to be seated twice.");
  const [units, kinds] = [
    numbered(inOrder.map(({ unit }) => unit)),
    numbered(inOrder.map(({ kind }) => kind)),
  ];
  const weight = Int32Array.from(inOrder, (person) => person.people ?? 1);
  const total = weight.reduce((sum, each) => sum + each, 0);
  const groups = groupsFor(size, total, people.length);
  return {
    ids: inOrder.map(({ id }) => id),
    indexOf,
    unit: units.of,
    units: units.count,
    kind: kinds.of,
    kinds: kinds.count,
    weight,
    groups,
    capacity: groups === 0 ? 0 : Math.ceil(total / groups),
  };
};
