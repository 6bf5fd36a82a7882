import { describe, expect, test } from "vitest";
import { makeGroups } from "./make-groups.js";
import type { RefusalReason, Wish } from "./plan.js";
import { crowd } from "./testing/crowd.js";

/** Twelve people of six units, two of each: person n is of unit n mod 6. */
const people = crowd(12, 6);
const id = (n: number): string => people[n]?.id ?? "nobody";
const wish = (kind: "together" | "apart", a: number, b: number): Wish => ({ kind, people: [id(a), id(b)] });

const make = (wishes: readonly Wish[], groupSize = 3) =>
  makeGroups(people, { groupSize, seed: "wishes", wishes, steps: 60_000 });
const groupOf = (groups: readonly (readonly string[])[], n: number): readonly string[] =>
  groups.find((group) => group.includes(id(n))) ?? [];

describe("wishes", () => {
  test("that can be kept are kept, against the history too", () => {
    const history = Array.from({ length: 5 }, () => [id(0), id(1)]);
    const wishes = [wish("together", 0, 1), wish("together", 1, 2), wish("apart", 3, 4), wish("apart", 3, 5)];
    const { groups, refused } = makeGroups(people, {
      groupSize: 3,
      seed: "a",
      wishes,
      history,
      steps: 60_000,
    });
    expect(refused).toEqual([]);
    expect(groupOf(groups, 0)).toEqual([id(0), id(1), id(2)]);
    expect(groupOf(groups, 3)).not.toContain(id(4));
    expect(groupOf(groups, 3)).not.toContain(id(5));
  });

  test("one of these in each group", () => {
    const each: Wish = { kind: "oneInEach", people: [0, 1, 6, 7, 3].map(id) };
    const { groups, refused } = make([each]);
    expect(refused).toEqual([]);
    for (const group of groups) expect(group.some((member) => each.people.includes(member))).toBe(true);
  });

  test.each<[RefusalReason, Wish[], number]>([
    ["unknownPerson", [wish("apart", 0, 99)], 3],
    ["samePerson", [wish("together", 0, 0)], 3],
    ["contradictsEarlierWish", [wish("together", 0, 1), wish("together", 1, 2), wish("apart", 0, 2)], 3],
    ["contradictsEarlierWish", [wish("apart", 0, 2), wish("together", 0, 1), wish("together", 1, 2)], 3],
    ["groupTooSmall", [wish("together", 0, 1), wish("together", 1, 2), wish("together", 2, 3)], 3],
    ["unitMustSpread", [wish("together", 0, 6)], 3],
    ["onlyOneGroup", [wish("apart", 0, 1)], 12],
    ["fewerThanGroups", [{ kind: "oneInEach", people: [id(0), id(1), id(2)] }], 3],
  ])("refused: %s", (reason, wishes, groupSize) => {
    expect(make(wishes, groupSize).refused).toEqual([{ wish: wishes.at(-1), reason }]);
  });

  test("that arithmetic cannot judge are refused after a search in vain, and the others kept", () => {
    const five = [0, 1, 2, 3, 4];
    const wishes = five.flatMap((a) => five.filter((b) => b > a).map((b) => wish("apart", a, b)));
    const { groups, refused } = make(wishes);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: "noArrangementFound" });
    const [a, b] = refused[0]?.wish.people ?? [];
    expect(groups.some((group) => group.includes(a ?? "") && group.includes(b ?? ""))).toBe(true);
  });
});
