/** The time of this node. For display and deadlines only; order comes from sequence numbers. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
