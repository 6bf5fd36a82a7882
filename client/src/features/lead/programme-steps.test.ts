import { expect, it } from "vitest";
import { stepsIn } from "./programme-steps.js";

const item = (id: string, atHome = false) => ({ id, atHome });
const programme = [item("a"), item("b"), item("c")];

it("begins with the first item", () => {
  expect(stepsIn({ programme, currentItemId: null })).toEqual({
    current: null,
    next: item("a"),
    previous: null,
  });
});

it("has an item on either side in the middle", () => {
  expect(stepsIn({ programme, currentItemId: "b" })).toEqual({
    current: item("b"),
    next: item("c"),
    previous: item("a"),
  });
});

it("has nothing after the last", () => {
  expect(stepsIn({ programme, currentItemId: "c" }).next).toBeNull();
});

it("does not begin with what was done at home, unless there is nothing else", () => {
  const withTask = [item("home", true), ...programme];
  expect(stepsIn({ programme: withTask, currentItemId: null }).next).toEqual(item("a"));
  expect(stepsIn({ programme: withTask, currentItemId: "home" }).next).toEqual(item("a"));
  expect(stepsIn({ programme: [item("home", true)], currentItemId: null }).next).toEqual(item("home", true));
});
