import { LRUCache } from "lru-cache";
import { CodedError } from "./errors.js";

export interface GuessRules {
  /** How many wrong guesses an address may make in the period. A hall of 500 behind one address mistypes too. */
  readonly most: number;
  readonly periodMs: number;
}

/**
 * Counts wrong join codes and sign-in tokens for each address; right ones are free, so a whole hall may come through
 * one address. At the default a guesser finds an open gathering among a hundred after some months on end.
 */
export class GuessGuard {
  private readonly wrong: LRUCache<string, { count: number }>;

  constructor(private readonly rules: GuessRules = { most: 300, periodMs: 10 * 60_000 }) {
    this.wrong = new LRUCache({ max: 10_000, ttl: rules.periodMs });
  }

  /** @throws CodedError TOO_MANY_GUESSES where the address has guessed wrong too often; call before looking up. */
  check(address: string): void {
    if ((this.wrong.get(address)?.count ?? 0) < this.rules.most) return;
    throw new CodedError("TOO_MANY_GUESSES", "Too many wrong codes from here. Wait ten minutes.");
  }

  /** Call when what was guessed does not exist. */
  missed(address: string): void {
    const seen = this.wrong.get(address);
    if (seen) seen.count += 1;
    else this.wrong.set(address, { count: 1 });
  }
}
