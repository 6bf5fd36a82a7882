import type { Person } from "../plan.js";

export const levelOf = (unit: number): string => `level ${unit % 4}`;

/** As many people as are asked for, turn about of the units; units of four levels. */
export const crowd = (count: number, units: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `person ${String(i).padStart(4, "0")}`,
    unit: `unit ${i % units}`,
    mixed: [levelOf(i % units)],
  }));

/** Golfers: nothing but their names tells them apart. */
export const golfers = (count: number): Person[] => crowd(count, count).map(({ id, unit }) => ({ id, unit }));

/** How many people with each value sit in each group, value by value. */
export const countsBy = (
  people: readonly Person[],
  groups: readonly (readonly string[])[],
  valueOf: (person: Person) => string,
): Map<string, number[]> => {
  const counts = new Map(people.map((person) => [valueOf(person), groups.map(() => 0)]));
  const byId = new Map(people.map((person) => [person.id, person]));
  groups.forEach((group, i) => {
    for (const person of group.flatMap((id) => byId.get(id) ?? [])) {
      const row = counts.get(valueOf(person)) ?? [];
      row[i] = (row[i] ?? 0) + (person.people ?? 1);
    }
  });
  return counts;
};

/** The largest less the smallest. */
export const range = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);
