import { Counts, type Trait } from "./counts.js";
import type { Round } from "./round.js";

/**
 * Mixes the values of a trait as well as all else lets it: costs the sum of the squares of their counts by group, which
 * is least where each value is spread evenly.
 */
export class Mix {
  private readonly counts: Counts;

  constructor(
    private readonly trait: Trait,
    round: Round,
    private readonly price: number,
  ) {
    this.counts = new Counts(trait, round);
  }

  /** Lets two who weigh the same change places. Returns what it costs. */
  swap(a: number, g: number, b: number, h: number): number {
    if (this.trait.of[a] === this.trait.of[b]) return 0;
    const squares = this.move(a, g, h) + this.move(b, h, g);
    return squares * this.price;
  }

  private move(who: number, from: number, to: number): number {
    const value = this.trait.of[who] as number;
    const weight = this.trait.weight[who] as number;
    const left = this.counts.of(value, from);
    const joined = this.counts.of(value, to);
    this.counts.move(who, from, to);
    return 2 * weight * (joined - left + weight);
  }
}

/** What a trait costs where it is spread evenly. */
export const leastSquares = ({ of, values, weight }: Trait, groups: number): number => {
  const totals = new Int32Array(values);
  of.forEach((value, who) => (totals[value] = (totals[value] as number) + (weight[who] as number)));
  return totals.reduce((sum, total) => {
    const [floor, rest] = [Math.floor(total / groups), total % groups];
    return sum + (groups - rest) * floor ** 2 + rest * (floor + 1) ** 2;
  }, 0);
};

export const squaresOf = (trait: Trait, round: Round): number => {
  const counts = new Counts(trait, round);
  let sum = 0;
  for (let value = 0; value < trait.values; value++)
    for (let group = 0; group < round.from.length - 1; group++) sum += counts.of(value, group) ** 2;
  return sum;
};
