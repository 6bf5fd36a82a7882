const SHORTEST_REST_MS = 10;
const LONGEST_REST_MS = 250;
/** Two to three times what it costs to write to one socket. */
const REST_EACH_MS = 0.024;
/** In a storm frames come this far apart: some twenty a second. */
const STORM_REST_MS = 48;
/** How many frames may come sooner than that before it is a storm. */
const BURST = 4;
/** What nobody waits for is told some four times a second where many listen, and as often as anything where few do. */
const LONGEST_CALM_REST_MS = 250;
const CALM_REST_EACH_MS = 0.5;

/**
 * When a stream's next frame is due (FEED9). The first change leaves at once, and a few that follow leave soon. The more
 * there are to tell the longer the rest, so that telling never takes more than about half of the time; and in a storm it
 * is long enough that no phone gets more than some twenty frames a second.
 */
export class Pace {
  private toldAt = -Infinity;
  /** How far frames have used up their share of time: each takes STORM_REST_MS of it. */
  private usedUntil = -Infinity;

  /** A frame was told to so many. `now` is in milliseconds of a clock that never goes back. */
  told(now: number): void {
    this.toldAt = now;
    this.usedUntil = Math.max(this.usedUntil, now) + STORM_REST_MS;
  }

  /** When the next may be told to so many, by the same clock. `isCalm` where nobody waits for it. */
  dueAt(listeners: number, isCalm: boolean): number {
    const rest = Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, listeners * REST_EACH_MS));
    const calmRest = isCalm ? Math.min(LONGEST_CALM_REST_MS, listeners * CALM_REST_EACH_MS) : 0;
    const due = this.toldAt + Math.max(rest, calmRest);
    return Math.max(due, this.usedUntil - (BURST - 1) * STORM_REST_MS);
  }
}
