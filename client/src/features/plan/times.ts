interface Timed {
  readonly minutes: number;
  /** Done by the units at home, outside of the time together. */
  readonly atHome: boolean;
  /** ISO 8601; where it does not follow straight after what is before it. */
  readonly startsAt?: string | null;
}

/** When an item is on, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When each item is on; null for what is done at home. `begins` is in milliseconds since 1970. */
export function spansOf(programme: readonly Timed[], begins: number): (Span | null)[] {
  let now = begins;
  return programme.map(({ minutes, atHome, startsAt }) => {
    if (atHome) return null;
    const from = startsAt ? Date.parse(startsAt) : now;
    now = from + minutes * 60_000;
    return { from, to: now };
  });
}

/** How long everybody is together, in minutes. */
export function minutesTogether(programme: readonly Timed[]): number {
  return programme.reduce((sum, { minutes, atHome }) => (atHome ? sum : sum + minutes), 0);
}

/** The shortest that a programme can be fitted into, as the server reckons it. */
export function leastMinutes(programme: readonly (Timed & { readonly kind: string })[]): number {
  return programme.reduce(
    (sum, { minutes, atHome, kind }) =>
      atHome ? sum : sum + Math.min(minutes, kind === "REFLECTION" ? 10 : 5),
    0,
  );
}
