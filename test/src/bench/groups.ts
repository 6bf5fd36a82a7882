import { makeGroups, planRounds } from "@ordskifte/server/modules/groups/making/make-groups";
import type { Groups, Person } from "@ordskifte/server/modules/groups/making/plan";
import { report } from "@ordskifte/server/modules/groups/making/report";

/** `node test/dist/bench/groups.js`: how fast groups are made, and how few meet again. Medians of three seeds. */
const SEEDS = ["one", "two", "three"];

interface Measured {
  readonly ms: number;
  readonly repeats: number;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const measured = (
  make: (seed: string) => readonly Groups[],
  repeatsOf: (rounds: readonly Groups[]) => number,
) =>
  SEEDS.map((seed): Measured => {
    const began = performance.now();
    const rounds = make(seed);
    return { ms: performance.now() - began, repeats: repeatsOf(rounds) };
  });

const tell = (name: string, runs: readonly Measured[]): void => {
  const repeats = runs.map((run) => run.repeats);
  const ms = Math.round(median(runs.map((run) => run.ms)));
  process.stdout.write(
    `${name}: ${ms} ms, ${median(repeats)} repeats (${Math.min(...repeats)}–${Math.max(...repeats)})\n`,
  );
};

const crowd = (count: number, units: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i).padStart(4, "0"),
    unit: String(i % units),
    kind: String((i % units) % 4),
  }));

const golfers = (count: number): Person[] => crowd(count, count).map((person) => ({ ...person, kind: "" }));

/** Eight gatherings of the same 500 people, and the ninth measured. */
const bigHall = (): void => {
  const people = crowd(500, 40);
  const history: (readonly string[])[] = [];
  for (let day = 1; day <= 8; day++)
    history.push(...makeGroups(people, { groupSize: 6, seed: `day ${day}`, history }).groups);
  const make = (seed: string): Groups[] => [makeGroups(people, { groupSize: 6, seed, history }).groups];
  tell(
    "500 people, 40 units, groups of 6, 8 gatherings before",
    measured(make, (rounds) => report(people, rounds, history).repeats),
  );
};

const golf = (groups: number, size: number, rounds: number): void => {
  const people = golfers(groups * size);
  const make = (seed: string): readonly Groups[] =>
    planRounds(people, { groupCount: groups, rounds, seed }).rounds;
  tell(
    `${groups}-${size}-${rounds}`,
    measured(make, (plan) => report(people, plan).repeats),
  );
};

bigHall();
golf(5, 3, 7);
golf(5, 5, 6);
golf(8, 4, 7);
golf(8, 4, 9);
golf(8, 4, 10);
