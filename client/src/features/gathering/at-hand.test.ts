import { expect, test } from "vitest";
import { itemAtHand } from "./at-hand.js";

const programme = [
  { id: "before", atHome: true },
  { id: "day", atHome: false },
  { id: "after", atHome: true },
];
const at = (state: string, currentItemId: string | null = null) =>
  itemAtHand({ state, currentItemId, programme })?.id ?? null;

test("before the day it is the task at home, on the day what is on, and afterwards what is left to do at home", () => {
  expect([at("PREPARING"), at("LIVE"), at("LIVE", "day"), at("FOLLOW_UP", "day")]).toEqual([
    "before",
    null,
    "day",
    "after",
  ]);
  expect(at("PREPARING", "day")).toBe("day");
  expect(itemAtHand({ state: "FOLLOW_UP", currentItemId: "day", programme: programme.slice(0, 2) })?.id).toBe(
    "day",
  );
});
