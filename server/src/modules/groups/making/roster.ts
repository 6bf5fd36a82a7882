import type { GroupNumber, Person } from "./plan.js";

/**
 * Something that is to be mixed: each person's value as a number. Whose value is not known has the number `values`, which
 * counts for nothing.
 */
export interface Mixed {
  readonly of: Int32Array;
  readonly values: number;
}

/**
 * People as numbers 0…n-1 in the order of their ids, so that it does not matter in which order they came; their units
 * and what is mixed as numbers too.
 */
export interface Roster {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly unit: Int32Array;
  readonly units: number;
  readonly mixed: readonly Mixed[];
  /** People at the device; 1 for most. */
  readonly weight: Int32Array;
  readonly groups: number;
  /** People in a group at the most, where no table is larger than a group. */
  readonly capacity: number;
}

const numbering = (values: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(values)].toSorted().map((value, i) => [value, i]));

const mixedOf = (people: readonly Person[]): Mixed[] => {
  const things = Math.max(0, ...people.map(({ mixed = [] }) => mixed.length));
  return Array.from({ length: things }, (_, thing) => {
    const said = people.map(({ mixed = [] }) => mixed[thing] ?? null);
    const numbers = numbering(said.filter((value) => value !== null));
    const values = numbers.size;
    const numberOf = (value: string | null): number =>
      value === null ? values : (numbers.get(value) ?? values);
    return { of: Int32Array.from(said, numberOf), values };
  });
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
  const units = numbering(inOrder.map(({ unit }) => unit));
  const weight = Int32Array.from(inOrder, (person) => person.people ?? 1);
  const total = weight.reduce((sum, each) => sum + each, 0);
  const groups = groupsFor(size, total, people.length);
  return {
    ids: inOrder.map(({ id }) => id),
    indexOf,
    unit: Int32Array.from(inOrder, ({ unit }) => units.get(unit) ?? 0),
    units: units.size,
    mixed: mixedOf(inOrder),
    weight,
    groups,
    capacity: groups === 0 ? 0 : Math.ceil(total / groups),
  };
};
