import { describe, expect, it } from "vitest";
import { asMinutes, moodOf, secondsLeft, untilNextSecond } from "./countdown.js";

const end = Date.parse("2026-03-04T10:00:00.000Z");
const running = { state: "RUNNING", endsAt: "2026-03-04T10:00:00.000Z" } as const;

describe("secondsLeft", () => {
  it("counts up to the whole second, so a fresh minute reads 1:00", () => {
    expect(secondsLeft(running, end - 60_000)).toBe(60);
    expect(secondsLeft(running, end - 59_001)).toBe(60);
    expect(secondsLeft(running, end - 59_000)).toBe(59);
  });

  it("stays at nothing after the end", () => {
    expect(secondsLeft(running, end + 90_000)).toBe(0);
  });

  it("stands still when paused and says nothing when stopped", () => {
    expect(secondsLeft({ state: "PAUSED", remainingSeconds: 125 }, end)).toBe(125);
    expect(secondsLeft({ state: "STOPPED" }, end)).toBeNull();
  });
});

describe("moodOf", () => {
  it("feels the last minute, and its end", () => {
    expect(moodOf(running, 61)).toBe("running");
    expect(moodOf(running, 60)).toBe("lastMinute");
    expect(moodOf(running, 0)).toBe("over");
    expect(moodOf({ state: "PAUSED", remainingSeconds: 20 }, 20)).toBe("paused");
    expect(moodOf({ state: "STOPPED" }, null)).toBe("stopped");
  });
});

describe("asMinutes", () => {
  it("pads the seconds and lets minutes run past sixty", () => {
    expect(asMinutes(245)).toBe("4:05");
    expect(asMinutes(0)).toBe("0:00");
    expect(asMinutes(5400)).toBe("90:00");
  });
});

describe("untilNextSecond", () => {
  it("lands on the second, before and after the end", () => {
    expect(untilNextSecond(running, end - 1500)).toBe(500);
    expect(untilNextSecond(running, end - 2000)).toBe(1000);
    expect(untilNextSecond(running, end + 300)).toBe(700);
  });
});
