import type { GatheringClock } from "./gathering.entity.js";

export enum ClockAction {
  START = "start",
  PAUSE = "pause",
  RESUME = "resume",
  EXTEND = "extend",
  STOP = "stop",
}

const inSeconds = (now: Date, seconds: number): string =>
  new Date(now.getTime() + seconds * 1000).toISOString();

/** Whole seconds that are left, never below none; null where nothing counts down. */
export const secondsLeft = (clock: GatheringClock, now: Date): number | null => {
  if (clock.state === "stopped") return null;
  if (clock.state === "paused") return clock.remainingSeconds;
  return Math.max(0, Math.ceil((Date.parse(clock.endsAt) - now.getTime()) / 1000));
};

const extended = (clock: GatheringClock, more: number, now: Date): GatheringClock | null => {
  const left = secondsLeft(clock, now);
  if (left === null) return null;
  if (clock.state === "paused") return { state: "paused", remainingSeconds: left + more };
  const from = clock.state === "running" ? Math.max(Date.parse(clock.endsAt), now.getTime()) : now.getTime();
  return { state: "running", endsAt: inSeconds(new Date(from), more) };
};

/**
 * The clock after an action, or null where the action does not fit the state it is in: START a clock that stands or has
 * run out, PAUSE one that still runs, RESUME a paused one, EXTEND or STOP any that was started.
 */
export const clockAfter = (
  clock: GatheringClock,
  action: ClockAction,
  seconds: number,
  now: Date,
): GatheringClock | null => {
  const left = secondsLeft(clock, now);
  const runs = clock.state === "running" && left !== 0;
  switch (action) {
    case ClockAction.START:
      return runs || clock.state === "paused" ? null : { state: "running", endsAt: inSeconds(now, seconds) };
    case ClockAction.PAUSE:
      return runs && left !== null ? { state: "paused", remainingSeconds: left } : null;
    case ClockAction.RESUME:
      return clock.state === "paused"
        ? { state: "running", endsAt: inSeconds(now, clock.remainingSeconds) }
        : null;
    case ClockAction.EXTEND:
      return extended(clock, seconds, now);
    case ClockAction.STOP:
      return clock.state === "stopped" ? null : { state: "stopped" };
  }
};
