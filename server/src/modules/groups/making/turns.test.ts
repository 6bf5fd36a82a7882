import { expect, test } from "vitest";
import { turnsOf } from "./turns.js";

const members = ["Ane", "Bo", "Cai", "Dina"];

test("each begins once, and each is secretary once, before anybody is again", () => {
  const served = new Map<string, number>();
  const rounds = members.map((_, round) => turnsOf(members, { seed: "a", round, served: new Map(served) }));
  expect(new Set(rounds.map(({ order }) => order[0])).size).toBe(4);
  expect(new Set(rounds.map(({ secretary }) => secretary)).size).toBe(4);
  for (const { order, secretary } of rounds) {
    expect(order.toSorted()).toEqual(members);
    expect(order.at(-1)).toBe(secretary);
  }
});

test("who has been secretary least is so next", () => {
  const served = new Map([
    ["Ane", 2],
    ["Bo", 1],
    ["Dina", 1],
  ]);
  expect(turnsOf(members, { seed: "a", round: 0, served }).secretary).toBe("Cai");
});

test("the seed decides, not the order in which the members are named; a group of nobody has no secretary", () => {
  const options = { seed: "a", round: 1 };
  expect(turnsOf(members.toReversed(), options)).toEqual(turnsOf(members, options));
  expect(turnsOf([], options)).toEqual({ secretary: null, order: [] });
});
