import { Counts, type Trait } from "./counts.js";
import type { Round } from "./round.js";

/**
 * Keeps each value of a trait spread: in each group the floor or the ceiling of its share. A swap is allowed where it
 * takes no value further from that, so a round that begins well spread stays so, whatever else is sought.
 */
export class Spread {
  private readonly counts: Counts;
  private readonly floor: Int32Array;
  private readonly ceiling: Int32Array;

  constructor(
    private readonly trait: Trait,
    round: Round,
  ) {
    const groups = round.from.length - 1;
    const totals = new Int32Array(trait.values);
    trait.of.forEach((value, who) => {
      totals[value] = (totals[value] as number) + (trait.weight[who] as number);
    });
    this.counts = new Counts(trait, round);
    this.floor = totals.map((total) => Math.floor(total / groups));
    this.ceiling = totals.map((total) => Math.ceil(total / groups));
  }

  /** May `a` of group `g` and `b` of group `h`, who weigh the same, change places? */
  allows(a: number, g: number, b: number, h: number): boolean {
    if (this.trait.of[a] === this.trait.of[b]) return true;
    return this.strain(a, g, h) <= 0 && this.strain(b, h, g) <= 0;
  }

  swap(a: number, g: number, b: number, h: number): void {
    if (this.trait.of[a] === this.trait.of[b]) return;
    this.counts.move(a, g, h);
    this.counts.move(b, h, g);
  }

  /** How much further from its share somebody's value gets when they move. */
  private strain(who: number, from: number, to: number): number {
    const value = this.trait.of[who] as number;
    const weight = this.trait.weight[who] as number;
    const left = this.counts.of(value, from);
    const joined = this.counts.of(value, to);
    const before = this.excess(value, left) + this.excess(value, joined);
    return this.excess(value, left - weight) + this.excess(value, joined + weight) - before;
  }

  private excess(value: number, count: number): number {
    const floor = this.floor[value] as number;
    const ceiling = this.ceiling[value] as number;
    return count > ceiling ? count - ceiling : count < floor ? floor - count : 0;
  }
}
