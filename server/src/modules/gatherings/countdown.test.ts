import { describe, expect, test } from "vitest";
import { ClockAction, clockAfter } from "./countdown.js";
import type { GatheringClock } from "./gathering.entity.js";

const now = new Date("2026-11-22T10:00:00Z");
const endsIn = (seconds: number): GatheringClock => ({
  state: "running",
  endsAt: new Date(now.getTime() + seconds * 1000).toISOString(),
});
const stopped: GatheringClock = { state: "stopped" };
const paused = (remainingSeconds: number): GatheringClock => ({ state: "paused", remainingSeconds });

const { START, PAUSE, RESUME, EXTEND, STOP } = ClockAction;

describe("the countdown", () => {
  test.each([
    ["starts from standstill", stopped, START, endsIn(120)],
    ["starts anew when it has run out", endsIn(-5), START, endsIn(120)],
    ["is not started twice", endsIn(30), START, null],
    ["is not started over a pause", paused(30), START, null],
    ["is held with what is left", endsIn(30.4), PAUSE, paused(31)],
    ["is not held when it has run out", endsIn(-1), PAUSE, null],
    ["is not held twice", paused(30), PAUSE, null],
    ["is not held when there is none", stopped, PAUSE, null],
    ["goes on from where it was held", paused(30), RESUME, endsIn(30)],
    ["does not go on when it runs", endsIn(30), RESUME, null],
    ["does not go on from nothing", stopped, RESUME, null],
    ["is extended while it runs", endsIn(30), EXTEND, endsIn(150)],
    ["is extended from now when it has run out", endsIn(-60), EXTEND, endsIn(120)],
    ["is extended while it is held", paused(30), EXTEND, paused(150)],
    ["is not extended when there is none", stopped, EXTEND, null],
    ["is stopped while it runs", endsIn(30), STOP, stopped],
    ["is stopped when it has run out", endsIn(-30), STOP, stopped],
    ["is stopped while it is held", paused(30), STOP, stopped],
    ["is not stopped twice", stopped, STOP, null],
  ])("%s", (_what, before, action, after) => {
    expect(clockAfter(before, action, 120, now)).toEqual(after);
  });
});
