import { expect, it } from "vitest";
import { actFor } from "./use-hall-keys.js";

it("knows the keys of a keyboard and of a clicker", () => {
  expect(["F", "b", ".", "PageDown", "PageUp", "x"].map(actFor)).toEqual([
    "fullScreen",
    "black",
    "black",
    "next",
    "previous",
    null,
  ]);
});
