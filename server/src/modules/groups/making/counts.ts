import type { Round } from "./round.js";

/** Something that each person and chair has exactly one of, as numbers, and how many people they stand for. */
export interface Trait {
  readonly of: Int32Array;
  readonly values: number;
  readonly weight: Int32Array;
}

/** How many people with each value of a trait sit in each group of a round. */
export class Counts {
  private readonly groups: number;
  private readonly counts: Int32Array;

  constructor(
    readonly trait: Trait,
    round: Round,
  ) {
    this.groups = round.from.length - 1;
    this.counts = new Int32Array(trait.values * this.groups);
    trait.of.forEach((value, who) => this.add(value, round.groupWith(who), trait.weight[who] as number));
  }

  of(value: number, group: number): number {
    return this.counts[value * this.groups + group] as number;
  }

  add(value: number, group: number, people: number): void {
    const at = value * this.groups + group;
    this.counts[at] = (this.counts[at] as number) + people;
  }

  /** Moves somebody from one group to another. */
  move(who: number, from: number, to: number): void {
    const value = this.trait.of[who] as number;
    const weight = this.trait.weight[who] as number;
    this.add(value, from, -weight);
    this.add(value, to, weight);
  }
}
