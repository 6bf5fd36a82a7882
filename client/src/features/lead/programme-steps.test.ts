import { expect, it } from "vitest";
import { stepsIn } from "./programme-steps.js";

const programme = [{ id: "a" }, { id: "b" }, { id: "c" }];

it("begins with the first item", () => {
  expect(stepsIn({ programme, currentItemId: null })).toEqual({
    current: null,
    next: { id: "a" },
    previous: null,
  });
});

it("has an item on either side in the middle", () => {
  expect(stepsIn({ programme, currentItemId: "b" })).toEqual({
    current: { id: "b" },
    next: { id: "c" },
    previous: { id: "a" },
  });
});

it("has nothing after the last", () => {
  expect(stepsIn({ programme, currentItemId: "c" }).next).toBeNull();
});
