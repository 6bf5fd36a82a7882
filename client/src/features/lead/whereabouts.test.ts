import { expect, it } from "vitest";
import { type Here, netsAfter } from "./whereabouts.js";

const told = (connected: boolean) => [{ participantId: "anna", connected, writing: false }];

/** What is said of a line that is up or down at each of these seconds. */
function nets(...life: [second: number, connected: boolean][]): string[] {
  let before: ReadonlyMap<string, Here> = new Map();
  return life.map(([second, connected]) => {
    before = netsAfter(before, told(connected), second * 1000);
    return before.get("anna")?.net ?? "";
  });
}

it("calls a line good while it holds, and lost where it never was", () => {
  expect(nets([0, true], [5, true])).toEqual(["good", "good"]);
  expect(nets([0, false], [5, false])).toEqual(["lost", "lost"]);
});

it("calls one weak that has just gone or come back, then lost or good again", () => {
  expect(nets([0, true], [5, false], [60, false])).toEqual(["good", "weak", "lost"]);
  expect(nets([0, true], [5, false], [10, true], [20, true], [60, true])).toEqual([
    "good",
    "weak",
    "weak",
    "weak",
    "good",
  ]);
});

it("does not call somebody weak who comes for the first time", () => {
  expect(nets([0, false], [5, true])).toEqual(["lost", "good"]);
});
