import type { Day } from "./day.js";

/** Bytes that one device's line has carried through the whole day. */
export interface Traffic {
  readonly mean: number;
  readonly most: number;
  readonly leader: number;
  readonly hours: number;
}

const MB = 1e6;

export const trafficOf = ({ guests, leader, weather }: Day): Traffic => {
  const bytes = guests.map(({ device }) => device.line.bytes);
  return {
    mean: bytes.reduce((sum, one) => sum + one, 0) / bytes.length,
    most: Math.max(...bytes),
    leader: leader.device.line.bytes,
    hours: weather.minutes / 60,
  };
};

/** Megabytes an hour at the day's own pace. */
export const anHour = (bytes: number, { hours }: Traffic): number => bytes / hours / MB;
