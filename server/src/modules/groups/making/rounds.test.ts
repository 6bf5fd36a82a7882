import { describe, expect, test } from "vitest";
import { planRounds } from "./make-groups.js";
import { report } from "./report.js";
import { countsBy, crowd, golfers, range } from "./testing/crowd.js";

describe("rounds that are planned together", () => {
  test.each([
    [5, 3, 7],
    [5, 5, 6],
    [8, 4, 7],
    [8, 4, 9],
    [9, 5, 9],
    [7, 6, 7],
    [20, 6, 5],
  ])("%i groups of %i meet in %i rounds without a repeat", (groups, size, rounds) => {
    const people = golfers(groups * size);
    const plan = planRounds(people, { groupCount: groups, rounds, seed: "a" });
    expect(plan.rounds).toHaveLength(rounds);
    for (const round of plan.rounds) {
      expect(round.map((group) => group.length)).toEqual(Array.from({ length: groups }, () => size));
      expect(round.flat().toSorted()).toEqual(people.map(({ id }) => id));
    }
    expect(report(people, plan.rounds)).toMatchObject({
      repeats: 0,
      firstMeetings: (rounds * groups * size * (size - 1)) / 2,
    });
  });

  test("what no plane or wheel reaches is still bettered by the search", () => {
    const people = golfers(32);
    const plan = planRounds(people, { groupCount: 8, rounds: 10, seed: "a", steps: 150_000 });
    const { repeats, firstMeetings } = report(people, plan.rounds);
    expect(repeats).toBeLessThanOrEqual(16);
    expect(repeats + firstMeetings).toBe(10 * 8 * 6);
  });

  test("groups that do not fill up are within one of each other in every round", () => {
    for (const count of [17, 22, 23]) {
      const plan = planRounds(golfers(count), { groupCount: 5, rounds: 4, seed: "a", steps: 60_000 });
      for (const round of plan.rounds)
        expect(range(round.map((group) => group.length))).toBeLessThanOrEqual(1);
      expect(report(golfers(count), plan.rounds).repeats).toBe(0);
    }
  });

  test("units stay spread, and wishes hold, in every round", () => {
    const people = crowd(30, 7);
    const [a, b, c] = people.map(({ id }) => id) as [string, string, string];
    const wishes = [
      { kind: "together", people: [a, b] },
      { kind: "apart", people: [a, c] },
    ] as const;
    const { rounds, refused } = planRounds(people, {
      groupSize: 5,
      rounds: 3,
      seed: "a",
      wishes,
      steps: 150_000,
    });
    expect(refused).toEqual([]);
    for (const round of rounds) {
      const own = round.find((group) => group.includes(a));
      expect([own?.includes(b), own?.includes(c)]).toEqual([true, false]);
      for (const row of countsBy(people, round, ({ unit }) => unit).values())
        expect(range(row)).toBeLessThanOrEqual(1);
    }
  });

  test("the same seed plans the same", () => {
    const plan = () => planRounds(crowd(24, 6), { groupSize: 4, rounds: 4, seed: "a", steps: 30_000 });
    expect(plan()).toEqual(plan());
  });
});
