import type { NetworkMeetingsQuery } from "@ordskifte/schema";

export type Met = NetworkMeetingsQuery["network"]["meetings"][number];

/** Looks up how often two units have met, whichever is named first; null where they never have. */
export function meetingsBetween(meetings: readonly Met[]): (a: string, b: string) => Met | null {
  const byPair = new Map(meetings.map((met) => [`${met.unitA} ${met.unitB}`, met]));
  return (a, b) => byPair.get(`${a} ${b}`) ?? byPair.get(`${b} ${a}`) ?? null;
}
