import { describe, expect, it } from "vitest";
import { bowsOf, placesOn } from "./circle.js";

describe("the circle of units", () => {
  it("begins at the top and goes around with the clock", () => {
    expect(placesOn(4, 100, 50)).toEqual([
      { x: 100, y: 50 },
      { x: 150, y: 100 },
      { x: 100, y: 150 },
      { x: 50, y: 100 },
    ]);
  });

  it("draws each pair once, those who never met on top", () => {
    const bows = bowsOf(placesOn(3, 100, 50), (a, b) => (a === 0 && b === 1 ? 0 : a + b));
    expect(bows.map(({ from, to, times }) => [from, to, times])).toEqual([
      [1, 2, 3],
      [0, 2, 2],
      [0, 1, 0],
    ]);
  });

  it("bends a line towards the middle", () => {
    const [bow] = bowsOf(placesOn(4, 100, 50), () => 1);
    expect(bow?.path).toBe("M100 50Q111.3 88.8 150 100");
  });
});
