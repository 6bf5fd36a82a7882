import type { EventAttributes } from "ics";

interface Planned {
  readonly title: string;
  readonly kind: string;
  readonly minutes: number;
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

/** What lasts longer is several days. How they are divided is not known, so the entry covers the first. */
const ONE_DAY = 8 * 60;
/** A gathering without a programme still has to be seen in a calendar. */
const NO_PROGRAMME = 60;

/**
 * The part of the programme that everybody is there for: own practice before anything else, and new plans after
 * everything else, are done at home.
 */
export function togetherIn<Item extends Planned>(programme: readonly Item[]): readonly Item[] {
  const isAtHome = ({ kind }: Planned, edge: string) => kind === edge;
  const from = programme.findIndex((item) => !isAtHome(item, "OWN_PRACTICE"));
  const to = programme.findLastIndex((item) => !isAtHome(item, "NEW_PLANS"));
  return from < 0 ? [] : programme.slice(from, to + 1);
}

/** The gathering as an entry in somebody's calendar. `address` is where it is found on the web. */
export function eventOf(gathering: Dated, address: string): EventAttributes {
  const { id, title, networkName, startsAt, place, programme } = gathering;
  const together = togetherIn(programme);
  const minutes = together.reduce((sum, item) => sum + item.minutes, 0);
  return {
    uid: `${id}@ordskifte`,
    productId: "ordskifte",
    title,
    start: Date.parse(startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes: Math.min(minutes || NO_PROGRAMME, ONE_DAY) },
    description: [networkName, ...together.map((item) => item.title), address].join("\n"),
    url: address,
    ...(place ? { location: place } : {}),
  };
}
