import { describe, expect, it } from "vitest";
import { Pace } from "./pace.js";

/** When frames leave where changes come at these times, and reading and telling take no time. */
const frames = (changes: readonly number[], listeners: number, isCalm = false): number[] => {
  const pace = new Pace();
  const left: number[] = [];
  for (const at of changes) {
    pace.heard(at);
    if (at < (left.at(-1) ?? -Infinity)) continue;
    const leaves = Math.max(at, pace.dueAt(listeners, isCalm));
    pace.told(leaves);
    left.push(leaves);
  }
  return left;
};

const every = (ms: number, forMs: number): number[] =>
  Array.from({ length: Math.floor(forMs / ms) }, (_, i) => i * ms);

const mostInASecond = (times: readonly number[]): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

describe("[FEED9] the pace of frames", () => {
  it("lets the first change leave at once, and the next as soon as is sensible", () => {
    expect(frames([0, 1, 500], 25)).toEqual([0, 10, 500]);
    expect(frames([0, 1, 500], 1_000)).toEqual([0, 24, 500]);
  });

  it("rests longer the more there are to tell, so that others are heard meanwhile", () => {
    expect(frames([0, 1], 2_000)[1]).toBe(48);
    expect(frames([0, 1], 8_000)[1]).toBe(192);
    expect(frames([0, 1], 100_000)[1]).toBe(200);
  });

  it("tells what nobody waits for four times a second to a full hall, and as soon as anything to a table", () => {
    expect(frames([0, 1, 500], 25, true)).toEqual([0, 12.5, 500]);
    expect(frames([0, 1], 120, true)[1]).toBe(60);
    expect(frames([0, 1], 2_000, true)[1]).toBe(250);
    expect(frames([0, 1], 10_000, true)[1]).toBe(400);
    expect(mostInASecond(frames(every(1, 10_000), 1_000, true))).toBe(4);
  });

  it.each([1_000, 2_000])(
    "holds nobody up who writes to %i as people write: twenty times a second",
    (listeners) => {
      expect(frames(every(50, 5_000), listeners)).toEqual(every(50, 5_000));
      // Not quite evenly: a rest of just as long would let what is late once be late for good.
      const unevenly = every(50, 5_000).map((at, i) => at + ([0, 3, -3, 2, -1][i % 5] ?? 0));
      const late = frames(unevenly, listeners).map((at, i) => at - (unevenly[i] ?? 0));
      expect(Math.max(...late)).toBeLessThanOrEqual(5);
    },
  );

  it("gathers more where people write independently of each other, who come closely together often", () => {
    const times = [
      0, 4, 9, 160, 163, 190, 320, 331, 390, 394, 480, 600, 606, 611, 640, 800, 805, 870, 990, 993,
    ];
    const unevenly = Array.from({ length: 10 }, (_, i) => times.map((at) => at + i * 1_060)).flat();
    const told = frames(unevenly, 2_000);
    expect(told[0]).toBe(0);
    const rests = told.slice(20).map((at, i) => at - (told[19 + i] as number));
    expect(Math.min(...rests)).toBe(76);
    const late = unevenly.map((at) => (told.find((left) => left >= at) ?? Infinity) - at);
    expect(Math.max(...late)).toBeLessThanOrEqual(76);
  });

  it.each([25, 1_000, 2_000])("shows a storm to each of %i in at most 25 frames a second", (listeners) => {
    const told = frames(every(1, 10_000), listeners);
    expect(mostInASecond(told)).toBeLessThanOrEqual(25);
    expect(told.length).toBeGreaterThan(200);
  });
});
