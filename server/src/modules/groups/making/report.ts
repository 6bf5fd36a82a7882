import type { Groups, Person } from "./plan.js";

/** What a plan reached. */
export interface Report {
  /** Pairs who sit together and had met before, or who meet again in a later round; each meeting counts. */
  readonly repeats: number;
  /** Pairs who meet for the first time. */
  readonly firstMeetings: number;
  /** Units by round and group. */
  readonly unitsPerGroup: readonly (readonly number[])[];
}

const pairsOf = (group: readonly string[]): string[] => {
  const inOrder = [...new Set(group)].toSorted();
  return inOrder.flatMap((a, i) => inOrder.slice(i + 1).map((b) => JSON.stringify([a, b])));
};

const unitsIn = (people: readonly Person[], group: readonly string[]): number => {
  const members = new Set(group);
  return new Set(people.filter(({ id }) => members.has(id)).map(({ unit }) => unit)).size;
};

export const report = (
  people: readonly Person[],
  rounds: readonly Groups[],
  history: readonly (readonly string[])[] = [],
): Report => {
  const met = new Set(history.flatMap(pairsOf));
  const before = met.size;
  const meetings = rounds.flat().flatMap(pairsOf);
  for (const pair of meetings) met.add(pair);
  const firstMeetings = met.size - before;
  return {
    repeats: meetings.length - firstMeetings,
    firstMeetings,
    unitsPerGroup: rounds.map((groups) => groups.map((group) => unitsIn(people, group))),
  };
};
