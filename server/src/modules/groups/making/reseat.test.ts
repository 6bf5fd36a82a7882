import { describe, expect, test } from "vitest";
import { makeGroups } from "./make-groups.js";
import { reseat } from "./reseat.js";
import { crowd, range } from "./testing/crowd.js";

const everybody = crowd(26, 5);
const people = everybody.slice(0, 24);
const { groups } = makeGroups(people, { groupSize: 6, seed: "a", steps: 10_000 });
const without = (...gone: (string | undefined)[]) => people.filter(({ id }) => !gone.includes(id));
const sizes = (of: readonly (readonly string[])[]): number[] => of.map((group) => group.length);

describe("seating anew", () => {
  test("with nobody new or gone, nobody moves", () => {
    expect(reseat(people, groups)).toEqual({ groups, moved: [] });
  });

  test("who is new takes a seat in a smallest group among the fewest of their own, and nobody moves", () => {
    const after = reseat(everybody, groups);
    expect(after.moved).toEqual([]);
    expect(range(sizes(after.groups))).toBe(1);
    expect(after.groups.flat().toSorted()).toEqual(everybody.map(({ id }) => id));
  });

  test("who is gone leaves a chair, and only where sizes get uneven as many move as must", () => {
    const [first = []] = groups;
    expect(reseat(without(first[0]), groups).moved).toEqual([]);
    const after = reseat(without(...first.slice(0, 4)), groups);
    expect(sizes(after.groups)).toEqual([5, 5, 5, 5]);
    expect(after.moved).toHaveLength(3);
    expect(new Set(after.moved).size).toBe(3);
  });

  test("a newcomer fills the gap that somebody left before anybody is moved", () => {
    const [, second = []] = groups;
    const gone = second.slice(0, 2);
    const after = reseat(
      everybody.filter(({ id }) => !gone.includes(id)),
      groups,
    );
    expect(after.moved).toEqual([]);
    expect(sizes(after.groups)).toEqual([6, 6, 6, 6]);
  });

  test("who is in the middle of writing stays, where others can move", () => {
    const [first = [], second = []] = groups;
    const gone = [...first.slice(0, 4)];
    const busy = new Set(second);
    const after = reseat(without(...gone), groups, busy);
    expect(after.moved.filter((id) => busy.has(id))).toHaveLength(1);
    expect(sizes(after.groups)).toEqual([5, 5, 5, 5]);
  });

  test("without groups there is nobody to seat", () => {
    expect(reseat(people, [])).toEqual({ groups: [], moved: [] });
  });
});
