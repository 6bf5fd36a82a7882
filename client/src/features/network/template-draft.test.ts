import { expect, it } from "vitest";
import { isMinutesGood, minutesAsked, programmeOf, type TemplateDraft } from "./template-draft.js";

const draft = (minutes: string): TemplateDraft => ({ template: "FAGDAG", minutes });

it.each([
  ["", true, null],
  ["  ", true, null],
  ["180", true, 180],
  ["90", true, 90],
  ["1200", true, 1200],
  ["89", false, null],
  ["1201", false, null],
  ["90.5", false, null],
  ["tre timer", false, null],
])("reads %j minutes", (minutes, isGood, asked) => {
  expect(isMinutesGood(draft(minutes))).toBe(isGood);
  expect(minutesAsked(draft(minutes))).toBe(asked);
});

it("asks for the programme in the language that the leader reads", () => {
  expect(programmeOf(draft("150"), "nn")).toEqual({ template: "FAGDAG", minutes: 150, language: "NN" });
  expect(programmeOf(draft(""), "en")).toEqual({ template: "FAGDAG", minutes: null, language: "EN" });
});
