import type { Gathering } from "./gathering.entity.js";

/** As much of a participant as is counted. */
export interface Counted {
  readonly unitId: string;
  readonly people: number;
}

type Counts = Pick<Gathering, "devices" | "people" | "unitsPresent" | "presentByUnit">;

const counted = (counts: Counts, { unitId, people }: Counted, sign: 1 | -1): Counts => {
  const { [unitId]: before = 0, ...others } = counts.presentByUnit ?? {};
  const left = before + sign;
  const presentByUnit = left > 0 ? { ...others, [unitId]: left } : others;
  return {
    devices: counts.devices + sign,
    people: counts.people + sign * people,
    unitsPresent: Object.keys(presentByUnit).length,
    presentByUnit,
  };
};

/** The head count after one participant has become another: from nobody (joining), to nobody (removal), or changed. */
export const recounted = (counts: Counts, before: Counted | null, after: Counted | null): Counts => {
  const without = before ? counted(counts, before, -1) : counts;
  return after ? counted(without, after, 1) : without;
};
