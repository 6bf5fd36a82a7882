import { expect, it } from "vitest";
import { hasReflection } from "./reflection-time.js";

const talk = { kind: "THEORY", minutes: 60 };

it("finds the time to reflect wherever it stands", () => {
  expect(hasReflection([talk, { kind: "REFLECTION", minutes: 10 }, talk])).toBe(true);
});

it("misses it in a programme that only talks, and in an empty one", () => {
  expect(hasReflection([talk, { kind: "BREAK", minutes: 15 }])).toBe(false);
  expect(hasReflection([])).toBe(false);
});
