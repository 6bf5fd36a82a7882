import { LRUCache } from "lru-cache";
import { CodedError } from "./errors.js";

export interface WriteRules {
  /** How many writes are earned back in a minute; none are counted where it is 0. */
  readonly aMinute: number;
  /** How many may come at once, after a while of silence. */
  readonly atOnce: number;
}

/**
 * An outbox that was away sends its 50, a table of 40 votes three times round, and somebody pastes a list of 30: all at
 * once, and nobody has to wait.
 */
export const WRITES_AT_ONCE = 200;

interface Purse {
  writes: number;
  at: number;
}

/**
 * LIMIT1: counts what each person writes at this node, and never the address they come from: a whole hall is behind one.
 * Those who are forgotten first are those who were silent the longest, and have all their writes again anyway.
 */
export class WriteLimit {
  private readonly purses = new LRUCache<string, Purse>({ max: 20_000 });
  private readonly perMs: number;

  constructor(
    private readonly rules: WriteRules,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.perMs = rules.aMinute / 60_000;
  }

  /** @throws CodedError TOO_MANY_WRITES with the time until the next one is taken. Call before looking anything up. */
  spend(personId: string): void {
    if (this.perMs === 0) return;
    const purse = this.filled(personId);
    if (purse.writes < 1) throw tooManyWrites(Math.ceil((1 - purse.writes) / this.perMs));
    purse.writes -= 1;
  }

  private filled(personId: string): Purse {
    const now = this.now();
    const purse = this.purses.get(personId);
    if (!purse) return this.begun(personId, now);
    purse.writes = Math.min(this.rules.atOnce, purse.writes + (now - purse.at) * this.perMs);
    purse.at = now;
    return purse;
  }

  private begun(personId: string, at: number): Purse {
    const purse = { writes: this.rules.atOnce, at };
    this.purses.set(personId, purse);
    return purse;
  }
}

const tooManyWrites = (retryAfterMs: number): CodedError =>
  new CodedError("TOO_MANY_WRITES", "Too much at once: send the same again a little later.", {
    retryAfterMs,
  });
