import { describe, expect, test } from "vitest";
import { makeGroups } from "./make-groups.js";
import { report } from "./report.js";
import { countsBy, crowd, range } from "./testing/crowd.js";

const STEPS = 40_000;

describe("groups for one round", () => {
  test.each([
    [9, 3, 3],
    [120, 14, 6],
    [121, 14, 6],
    [47, 5, 4],
    [13, 13, 5],
    [7, 2, 30],
    [1, 1, 6],
    [60, 1, 7],
  ])(
    "%i people of %i units by %i: one seat each, sizes within one, units spread",
    (count, units, groupSize) => {
      const people = crowd(count, units);
      const history = [makeGroups(people, { groupSize, seed: "before", steps: 0 }).groups].flat();
      for (const seed of ["a", "b", "c"]) {
        const { groups } = makeGroups(people, { groupSize, seed, history, steps: STEPS });
        expect(groups.flat().toSorted()).toEqual(people.map(({ id }) => id));
        expect(groups).toHaveLength(Math.ceil(count / groupSize));
        expect(range(groups.map((group) => group.length))).toBeLessThanOrEqual(1);
        for (const row of countsBy(people, groups, ({ unit }) => unit).values())
          expect(range(row)).toBeLessThanOrEqual(1);
      }
    },
  );

  test("units of very different sizes are spread too, whatever else is sought", () => {
    const people = crowd(90, 90).map((person, i) => ({
      ...person,
      unit: `unit ${Math.floor(Math.sqrt(i))}`,
    }));
    const { groups } = makeGroups(people, { groupSize: 7, seed: "a", steps: STEPS });
    for (const [unit, row] of countsBy(people, groups, (person) => person.unit))
      expect(range(row), unit).toBeLessThanOrEqual(1);
  });

  test("a number of groups can be asked for, up to one for each person", () => {
    expect(makeGroups(crowd(10, 3), { groupCount: 4, seed: "a" }).groups).toHaveLength(4);
    expect(makeGroups(crowd(3, 3), { groupCount: 4, seed: "a" }).groups).toHaveLength(3);
    expect(makeGroups([], { groupCount: 4, seed: "a" })).toEqual({ groups: [], refused: [] });
    expect(() => makeGroups(crowd(3, 3), { groupSize: 0, seed: "a" })).toThrow(RangeError);
    expect(() => makeGroups([...crowd(3, 3), ...crowd(1, 1)], { groupSize: 2, seed: "a" })).toThrow(
      RangeError,
    );
  });

  test("the seed decides, and not the order in which people are named", () => {
    const people = crowd(40, 6);
    const make = (seed: string, from = people) =>
      makeGroups(from, { groupSize: 5, seed, steps: STEPS }).groups;
    expect(make("a", people.toReversed())).toEqual(make("a"));
    expect(make("b")).not.toEqual(make("a"));
  });

  test("those who met before are kept apart while there are others, and first meetings are counted", () => {
    const people = crowd(120, 14);
    const history: (readonly string[])[] = [];
    for (let day = 1; day <= 5; day++) {
      const { groups } = makeGroups(people, { groupSize: 6, seed: `day ${day}`, history, steps: 150_000 });
      const { repeats, firstMeetings, unitsPerGroup } = report(people, [groups], history);
      expect({ day, repeats, firstMeetings }).toEqual({ day, repeats: 0, firstMeetings: 20 * 15 });
      expect(unitsPerGroup).toEqual([groups.map(() => 6)]);
      history.push(...groups);
    }
  });

  test("when all have met, repeats are fewest, and nobody meets the same three times while others meet once", () => {
    const people = crowd(6, 6);
    const history = [
      people.map(({ id }) => id),
      [people[0], people[1]].flatMap((person) => person?.id ?? []),
    ];
    const { groups } = makeGroups(people, { groupSize: 2, seed: "a", history, steps: 5_000 });
    expect(groups).not.toContainEqual([people[0]?.id, people[1]?.id]);
    expect(report(people, [groups], history)).toMatchObject({ repeats: 3, firstMeetings: 0 });
  });

  test("levels are mixed as well as the units let them", () => {
    const people = crowd(96, 16);
    const { groups } = makeGroups(people, { groupSize: 6, seed: "a", steps: 200_000 });
    for (const row of countsBy(people, groups, ({ mixed }) => mixed?.[0] ?? "").values())
      expect(range(row)).toBeLessThanOrEqual(1);
  });

  test("people at one device stay together, and count as people", () => {
    const people = crowd(24, 4).map((person, i) => (i % 6 === 0 ? { ...person, people: 4 } : person));
    const { groups } = makeGroups(people, { groupSize: 6, seed: "a", steps: STEPS });
    const sizes = countsBy(people, groups, () => "all").get("all") ?? [];
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(36);
    expect(range(sizes)).toBeLessThanOrEqual(1);
    for (const row of countsBy(people, groups, ({ unit }) => unit).values())
      expect(Math.max(...row)).toBeLessThanOrEqual(4);
  });
});
