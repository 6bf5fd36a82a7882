import { makeGroups, planRounds } from "@ordskifte/server/modules/groups/making/make-groups";
import type { Groups, Person } from "@ordskifte/server/modules/groups/making/plan";
import { report } from "@ordskifte/server/modules/groups/making/report";
import { median, ms, whole } from "../rig/figures.js";
import type { Result } from "../rig/report.js";

const SEEDS = ["one", "two", "three"];

interface Measured {
  readonly ms: number;
  readonly repeats: number;
}

const measured = (
  make: (seed: string) => readonly Groups[],
  repeatsOf: (rounds: readonly Groups[]) => number,
) =>
  SEEDS.map((seed): Measured => {
    const began = performance.now();
    const rounds = make(seed);
    return { ms: performance.now() - began, repeats: repeatsOf(rounds) };
  });

const rowOf = (name: string, runs: readonly Measured[]): string[] => {
  const repeats = runs.map((run) => run.repeats);
  return [
    name,
    ms(median(runs.map((run) => run.ms))),
    whole(median(repeats)),
    `${Math.min(...repeats)}–${Math.max(...repeats)}`,
  ];
};

const crowd = (count: number, units: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i).padStart(4, "0"),
    unit: String(i % units),
    mixed: [String((i % units) % 4), String(i % 7)],
  }));

const golfers = (count: number): Person[] => crowd(count, count).map(({ id, unit }) => ({ id, unit }));

/** Eight gatherings of the same 500 people, and the ninth measured. */
const bigHall = (): string[] => {
  const people = crowd(500, 40);
  const history: (readonly string[])[] = [];
  for (let day = 1; day <= 8; day++)
    history.push(...makeGroups(people, { groupSize: 6, seed: `day ${day}`, history }).groups);
  const make = (seed: string): Groups[] => [makeGroups(people, { groupSize: 6, seed, history }).groups];
  return rowOf(
    "500 people, 40 units, groups of 6, 8 gatherings before",
    measured(make, (rounds) => report(people, rounds, history).repeats),
  );
};

const golf = (groups: number, size: number, rounds: number): string[] => {
  const people = golfers(groups * size);
  const make = (seed: string): readonly Groups[] =>
    planRounds(people, { groupCount: groups, rounds, seed }).rounds;
  return rowOf(
    `${groups}-${size}-${rounds}`,
    measured(make, (plan) => report(people, plan).repeats),
  );
};

/** As clubs of golfers know it: groups, their size, and rounds in which nobody is to meet again. */
const GOLF = [
  [5, 3, 7],
  [5, 5, 6],
  [8, 4, 7],
  [8, 4, 9],
  [8, 4, 10],
] as const;

export const groupMaking = async (): Promise<Result> => ({
  title: "10. Making groups",
  about:
    "Milliseconds for one gathering's groups, or for all rounds, and how many pairs meet again: medians of three seeds, and the least and the most. The rounds are social golfer problems; whether 8-4-10 can be done without a repeat was unknown for long.",
  columns: ["task", "ms", "repeats", "least–most"],
  rows: [bigHall(), ...GOLF.map(([groups, size, rounds]) => golf(groups, size, rounds))],
});
