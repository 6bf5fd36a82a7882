import { describe, expect, it } from "vitest";
import { unitsMet } from "./unit-meetings.js";

const spring = new Date("2026-03-01T08:00:00Z");
const autumn = new Date("2026-10-01T08:00:00Z");

describe("which units have sat together", () => {
  it("counts gatherings and tables, in whatever order they come", () => {
    const gatherings = [
      { startsAt: autumn, tables: [["c", "a"], ["b"]] },
      {
        startsAt: spring,
        tables: [["a", "c"], ["c", "a", "b"], ["b"]],
      },
    ];
    expect(unitsMet(gatherings)).toEqual([
      { unitA: "a", unitB: "b", gatherings: 1, groups: 1, lastAt: spring },
      { unitA: "a", unitB: "c", gatherings: 2, groups: 3, lastAt: autumn },
      { unitA: "b", unitB: "c", gatherings: 1, groups: 1, lastAt: spring },
    ]);
  });

  it("is nothing where nobody has sat with anybody", () => {
    expect(unitsMet([])).toEqual([]);
    expect(unitsMet([{ startsAt: spring, tables: [["a"], []] }])).toEqual([]);
  });
});
