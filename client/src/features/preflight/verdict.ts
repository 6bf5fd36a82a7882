/** What the hall's net was seen to do. */
export interface Findings {
  /** Answers over plain HTTP, milliseconds from question to answer; null for one that did not come. */
  readonly answers: readonly (number | null)[];
  /** Whether a socket could be opened at all; null before that is known. */
  readonly socketOpened: boolean | null;
  /** How often it broke. */
  readonly breaks: number;
  /** How far this machine's clock is from the server's, in milliseconds; null before it is known. */
  readonly clockOff: number | null;
}

export type Grade = "good" | "poor" | "bad";

/** Slower than this is felt by a hall that presses at once. */
const slow = 1_500;
/** A clock further off is seen beside the others'. */
const clockTolerance = 30_000;

/** Whether the server can be reached at all, and how quickly it answers. */
export function gradeAnswers({ answers }: Findings): Grade {
  const lost = answers.filter((took) => took === null).length;
  if (answers.length === 0 || lost === answers.length) return "bad";
  const took = answers.filter((one) => one !== null).toSorted((left, right) => left - right);
  const middle = took[Math.floor(took.length / 2)] ?? 0;
  return lost > 0 || middle > slow ? "poor" : "good";
}

/** Whether changes arrive by themselves: some nets let pages through and stop sockets. */
export function gradeSocket({ socketOpened, breaks }: Findings): Grade {
  if (!socketOpened) return "bad";
  return breaks > 0 ? "poor" : "good";
}

export function gradeClock({ clockOff }: Findings): Grade {
  return clockOff !== null && Math.abs(clockOff) <= clockTolerance ? "good" : "poor";
}
