import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";
import { CodedError } from "./errors.js";

export interface GuessRules {
  /** How many wrong guesses a place may make in the period. A hall of 500 behind one address mistypes too. */
  readonly most: number;
  readonly periodMs: number;
}

/** For how long a code that was right opens from where it was: a day's gathering, and the evening after it. */
const OPENED_MS = 24 * 60 * 60_000;

/**
 * Counts wrong join codes for each place that calls; right ones are free, so a whole hall may come through one address.
 * A code that was right from a place is right there still, whoever else guesses there: one prankster in the hall shuts
 * nobody out. At the default a guesser finds an open gathering among a hundred after some months on end.
 */
export class GuessGuard {
  private readonly wrong: LRUCache<string, { count: number }>;
  private readonly opened = new LRUCache<string, true>({ max: 10_000, ttl: OPENED_MS });

  constructor(private readonly rules: GuessRules = { most: 300, periodMs: 10 * 60_000 }) {
    this.wrong = new LRUCache({ max: 10_000, ttl: rules.periodMs });
  }

  /** @throws CodedError TOO_MANY_GUESSES where too much was guessed from there; call before looking up. */
  check(address: string, code: string | null): void {
    const place = placeOf(address);
    if ((this.wrong.get(place)?.count ?? 0) < this.rules.most) return;
    if (this.opened.has(`${place} ${code}`)) return;
    throw new CodedError("TOO_MANY_GUESSES", "Too many wrong codes from here. Wait ten minutes.");
  }

  /** Call when what was guessed does not exist. */
  missed(address: string): void {
    const place = placeOf(address);
    const seen = this.wrong.get(place);
    if (seen) seen.count += 1;
    else this.wrong.set(place, { count: 1 });
  }

  /** Call when the code was right. */
  found(address: string, code: string): void {
    this.opened.set(`${placeOf(address)} ${code}`, true);
  }
}

/** One line of IPv6 has a whole network's addresses to itself: its first half is what stands for a place. */
function placeOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(zeros).fill("0"), ...(after ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":");
}
