/**
 * Lengths and counts that the server enforces and the forms show.
 * Lengths are in UTF-16 code units (`string.length`), after the text has been trimmed.
 */
export const limits = {
  /** The text of a card. */
  contributionBody: 2000,
  /** The heading of a practice example or a theory input. */
  contributionTitle: 120,
  /** What the author of an example wants to be challenged on. */
  challengeUsOn: 300,
  theme: 60,
  participantName: 60,
  personName: 60,
  unitName: 80,
  networkName: 120,
  municipality: 60,
  gatheringTitle: 120,
  place: 120,
  itemTitle: 80,
  /** What the participants are asked to do in a programme item. */
  instruction: 1000,
  /** Why a leader hid a card; its author reads it. */
  hideReason: 300,
  roundTitle: 120,
  /** Words looked for in Afterwards. */
  search: 100,
  /** How many people share one device. */
  peopleAtDevice: { min: 1, max: 40 },
  /** Length of a programme item. */
  minutes: { min: 1, max: 600 },
  /** Length or extension of the clock, in seconds. */
  clockSeconds: { min: 1, max: 36_000 },
  /** Dots that each person has in a vote round. */
  budget: { min: 1, max: 20 },
  /** Dots that one person may put on one idea; never more than the round's budget. */
  maxPerIdea: { min: 1, max: 20 },
  /** Ideas in one vote round. */
  candidates: { min: 1, max: 300 },
  /** Ideas that each group may send to the plenary. */
  ideasPerGroup: { min: 1, max: 20, usual: 3 },
  groupSize: { min: 2, max: 30 },
  /** What decides among groups that are equally good. */
  seed: 40,
  /** Wishes for the groups of one gathering. */
  groupWishes: 200,
  /** Seats that are changed in one go. */
  seatMoves: 1000,
  /** Ideas merged into one in one go. */
  mergedAtOnce: { min: 1, max: 50 },
  /** Items in the programme of one gathering. */
  programmeItems: 60,
  /** Length of a programme made from a template: the minutes that everybody is together. */
  programmeMinutes: { min: 90, max: 1200 },
  /** The largest page of each connection. */
  boardPage: 500,
  gatheringPage: 500,
  peoplePage: 500,
  membersPage: 200,
} as const;

/** A span of whole numbers, both ends included. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Whether `value` is a whole number inside `span`. */
export function within(span: Span, value: number): boolean {
  return Number.isInteger(value) && value >= span.min && value <= span.max;
}
