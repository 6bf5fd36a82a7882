import { fieldOf } from "./field.js";

const emptyGroups = (groups: number): number[][] => Array.from({ length: groups }, () => []);

/** Each person has a column x and a place y in it. */
const dealtBy = (people: number, groups: number, groupOf: (x: number, y: number) => number): number[][] => {
  const dealt = emptyGroups(groups);
  for (let person = 0; person < people; person++)
    dealt[groupOf(Math.floor(person / groups), person % groups)]?.push(person);
  return dealt;
};

/** Where columns can be cut into groups, a round among those of one column is left when all others have met. */
const cutColumns = (people: number, groups: number): number[][][] => {
  const size = people / groups;
  if (groups % size !== 0) return [];
  return [dealtBy(people, groups, (x, y) => x * (groups / size) + Math.floor(y / size))];
};

/**
 * Rounds in which nobody meets anybody twice, from the lines of a plane over a finite field: with q groups of at most q
 * people, person (x, y) sits in round m in group y + m·x, and two people are in one group for one m at the most. As many
 * rounds as there are groups, where these are a power of a prime, and at times one more; else none. People by round and
 * group.
 */
export const planeRounds = (people: number, groups: number): number[][][] => {
  const field = people <= groups ** 2 ? fieldOf(groups) : null;
  if (!field) return [];
  const lines = Array.from({ length: groups }, (_, m) =>
    dealtBy(people, groups, (x, y) => field.add(y, field.multiply(m, x))),
  );
  return [...lines, ...cutColumns(people, groups)];
};
