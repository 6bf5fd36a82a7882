import type { Day } from "./day.js";
import type { Device } from "./device.js";

/** Bytes of one device through the whole day, were it played at its own pace. */
export interface Traffic {
  readonly mean: number;
  readonly most: number;
  /** As they were counted here, where quick changes come in one frame. */
  readonly counted: number;
  readonly leader: number;
  readonly hours: number;
}

const MB = 1e6;
/** A ping of the client and its pong, with what frames them, every ten seconds. */
const PINGS_AN_HOUR = 38 * 360;

/**
 * At a day's own pace changes come one by one: each step of a stream that was folded into a frame here counts as a
 * frame of the usual size. So it is at most what the same day costs.
 */
const atItsPace = ({ line, frames, steps }: Device, hours: number): number => {
  const usual = frames.count > 0 ? frames.bytes / frames.count : 0;
  return line.bytes + Math.max(0, steps - frames.count) * usual + PINGS_AN_HOUR * hours;
};

export const trafficOf = ({ guests, leader, weather }: Day): Traffic => {
  const hours = weather.minutes / 60;
  const bytes = guests.map(({ device }) => atItsPace(device, hours));
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  return {
    mean: mean(bytes),
    most: Math.max(...bytes),
    counted: mean(guests.map(({ device }) => device.line.bytes)),
    leader: atItsPace(leader.device, hours),
    hours,
  };
};

/** Megabytes an hour at the day's own pace. */
export const anHour = (bytes: number, { hours }: Traffic): number => bytes / hours / MB;
