import { expect, test } from "vitest";
import { placeAt, placeOf } from "./placing.js";

const ids = ["a", "b", "c", "d"];

test.each([
  ["d", "a", "before", null],
  ["d", "a", "after", "a"],
  ["a", "c", "before", "b"],
  ["a", "d", "after", "d"],
  ["b", "d", "before", "c"],
] as const)("%s, put down at %s on the side %s, comes after %s", (held, itemId, side, after) => {
  expect(placeAt(ids, held, { itemId, side })).toBe(after);
});

test.each([
  ["b", "b", "after"],
  ["b", "a", "after"],
  ["b", "c", "before"],
  ["a", "b", "before"],
  ["d", "c", "after"],
] as const)("%s, put down at %s on the side %s, stays", (held, itemId, side) => {
  expect(placeAt(ids, held, { itemId, side })).toBeUndefined();
});

test("the first comes after nothing", () => {
  expect(ids.map((id) => placeOf(ids, id))).toEqual([null, "a", "b", "c"]);
});
