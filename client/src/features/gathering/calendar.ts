import type { EventAttributes } from "ics";

interface Planned {
  readonly title: string;
  readonly minutes: number;
  /** Done by the units at home. */
  readonly atHome: boolean;
  /** ISO 8601; where it does not follow straight after what is before it. */
  readonly startsAt?: string | null;
}

export interface Dated {
  readonly id: string;
  readonly title: string;
  readonly networkName: string;
  /** ISO 8601, with its offset. */
  readonly startsAt: string;
  readonly place?: string | null;
  readonly programme: readonly Planned[];
}

/** A gathering without a programme still has to be seen in a calendar. */
const NO_PROGRAMME = 60;

/** The part of the programme that everybody is there for. */
export function togetherIn<Item extends Planned>(programme: readonly Item[]): readonly Item[] {
  return programme.filter(({ atHome }) => !atHome);
}

interface Stretch {
  readonly startsAt: string;
  readonly items: readonly Planned[];
}

/** What follows without a gap is one stretch: most often one, and one a day where there are several days. */
function stretchesOf({ startsAt, programme }: Dated): Stretch[] {
  const together = togetherIn(programme);
  const begins = [0, ...[...together.keys()].filter((i) => i > 0 && together[i]?.startsAt)];
  return begins.map((from, i) => ({
    startsAt: together[from]?.startsAt ?? startsAt,
    items: together.slice(from, begins[i + 1]),
  }));
}

/** The gathering as entries in somebody's calendar, one a day. `address` is where it is found on the web. */
export function eventsOf(gathering: Dated, address: string): EventAttributes[] {
  const { id, title, networkName, place } = gathering;
  return stretchesOf(gathering).map(({ startsAt, items }, i) => ({
    uid: i === 0 ? `${id}@ordskifte` : `${id}-${i + 1}@ordskifte`,
    productId: "-//Ordskifte//Ordskifte//NO",
    title,
    start: Date.parse(startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes: items.reduce((sum, item) => sum + item.minutes, 0) || NO_PROGRAMME },
    description: [networkName, ...items.map((item) => item.title), address].join("\n"),
    url: address,
    ...(place ? { location: place } : {}),
  }));
}
