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

/** How people with one value of what is mixed are spread over the groups. */
export interface Spreading {
  readonly value: string;
  readonly people: number;
  /** The fewest and the most of them in a group. */
  readonly least: number;
  readonly most: number;
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

/** How each known value of the thing that stands at `thing` in `mixed` is spread, the most frequent first. */
export const spreading = (people: readonly Person[], groups: Groups, thing: number): Spreading[] => {
  const groupOf = new Map(groups.flatMap((ids, group) => ids.map((id) => [id, group])));
  const counts = new Map<string, number[]>();
  for (const { id, mixed = [], people: count = 1 } of people) {
    const [value, group] = [mixed[thing] ?? null, groupOf.get(id)];
    if (value === null || group === undefined) continue;
    const row = counts.get(value) ?? groups.map(() => 0);
    row[group] = (row[group] ?? 0) + count;
    counts.set(value, row);
  }
  return [...counts]
    .map(([value, row]) => ({
      value,
      people: row.reduce((sum, count) => sum + count, 0),
      least: Math.min(...row),
      most: Math.max(...row),
    }))
    .toSorted((a, b) => b.people - a.people || (a.value < b.value ? -1 : 1));
};
