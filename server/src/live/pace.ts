const SHORTEST_REST_MS = 10;
const LONGEST_REST_MS = 200;
/** Two to three times what it costs to write to one socket. */
const REST_EACH_MS = 0.024;
/** Where changes come unevenly, more of them come within a rest that is longer. */
const UNEVEN_REST_EACH_MS = 0.038;
/** In a storm frames come this far apart: some twenty a second. */
const STORM_REST_MS = 48;
/** How many frames may come sooner than that before it is a storm. */
const BURST = 4;
/**
 * What nobody waits for is told some four times a second where many listen, as often as anything where few do, and to
 * thousands so seldom that telling takes about a quarter of the time.
 */
const CALM_REST_MS = 250;
const SMALL_CALM_REST_EACH_MS = 0.5;
const HUGE_CALM_REST_EACH_MS = 0.04;

const calmRest = (listeners: number): number =>
  Math.min(listeners * SMALL_CALM_REST_EACH_MS, Math.max(CALM_REST_MS, listeners * HUGE_CALM_REST_EACH_MS));

/** After so long a pause it begins anew. */
const PAUSE_MS = 1_000;
/** What each interval weighs beside those before it. */
const WEIGHT = 0.1;
/** People who press buttons independently of each other come to 0.74, a clock to nearly nothing. */
const UNEVEN = 0.45;

/**
 * Whether changes come evenly. Those that do come one at a time whatever is waited, so that a rest that is longer than
 * they are apart only delays them; those that do not come closely after each other often.
 */
class Rhythm {
  private lastAt = -Infinity;
  private interval: number | null = null;
  private deviation = 0;

  heard(now: number): void {
    const since = now - this.lastAt;
    this.lastAt = now;
    if (since > PAUSE_MS) return;
    const usual = this.interval ?? since;
    this.deviation += WEIGHT * (Math.abs(since - usual) - this.deviation);
    this.interval = usual + WEIGHT * (since - usual);
  }

  get isUneven(): boolean {
    return this.deviation > UNEVEN * (this.interval ?? 0);
  }
}

/**
 * When a stream's next frame is due (FEED9). The first change leaves at once, and a few that follow leave soon. The more
 * there are to tell the longer the rest, so that telling never takes more than about half of the time; and in a storm it
 * is long enough that no phone gets more than some twenty frames a second.
 */
export class Pace {
  private toldAt = -Infinity;
  /** How far frames have used up their share of time: each takes STORM_REST_MS of it. */
  private usedUntil = -Infinity;
  private readonly rhythm = new Rhythm();

  /** Something is to be told. */
  heard(now: number): void {
    this.rhythm.heard(now);
  }

  /** A frame was told to so many. `now` is in milliseconds of a clock that never goes back. */
  told(now: number): void {
    this.toldAt = now;
    this.usedUntil = Math.max(this.usedUntil, now) + STORM_REST_MS;
  }

  /** When the next may be told to so many, by the same clock. `isCalm` where nobody waits for it. */
  dueAt(listeners: number, isCalm: boolean): number {
    const each = this.rhythm.isUneven ? UNEVEN_REST_EACH_MS : REST_EACH_MS;
    const rest = Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, listeners * each));
    const due = this.toldAt + Math.max(rest, isCalm ? calmRest(listeners) : 0);
    return Math.max(due, this.usedUntil - (BURST - 1) * STORM_REST_MS);
  }
}
