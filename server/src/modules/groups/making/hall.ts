import type { Meetings } from "./meetings.js";
import type { Mix } from "./mix.js";
import type { Round } from "./round.js";
import type { Spread } from "./spread.js";

interface Keeping {
  readonly round: Round;
  readonly spread: Spread;
  readonly mixes: readonly Mix[];
}

interface Measures {
  /** People that a person or chair stands for. */
  readonly weight: Int32Array;
  readonly people: number;
  /** What the rounds cost as they stand. */
  readonly cost: number;
  /** They cannot cost less than this. */
  readonly least: number;
}

/** All rounds that are being made, what they cost, and the swaps that are allowed in them. */
export class Hall {
  readonly people: number;
  private readonly least: number;
  bestCost: number;
  private readonly weight: Int32Array;
  private readonly best: readonly Int32Array[];
  private cost: number;

  constructor(
    readonly rounds: readonly Keeping[],
    private readonly meetings: Meetings,
    { weight, people, cost, least }: Measures,
  ) {
    this.weight = weight;
    this.people = people;
    this.least = least;
    this.cost = cost;
    this.bestCost = cost;
    this.best = this.rounds.map(({ round }) => round.inSlot.slice());
  }

  /** How far the best rounds are from what cannot be bettered. */
  get excess(): number {
    return this.bestCost - this.least;
  }

  get isPerfect(): boolean {
    return this.excess <= 0;
  }

  get seats(): number {
    return this.weight.length;
  }

  /** Is there anything to be mixed? */
  get mixes(): boolean {
    return this.rounds.some(({ mixes }) => mixes.length > 0);
  }

  allows(index: number, a: number, b: number): boolean {
    if (this.weight[a] !== this.weight[b]) return false;
    const { round, spread } = this.rounds[index] as Keeping;
    const g = round.groupWith(a);
    const h = round.groupWith(b);
    return g !== h && spread.allows(a, g, b, h);
  }

  /** Lets two change places, and returns what it costs; the same again takes it back. */
  swap(index: number, a: number, b: number): number {
    const { round, spread, mixes } = this.rounds[index] as Keeping;
    const g = round.groupWith(a);
    const h = round.groupWith(b);
    let cost = this.meetings.move(round, a, g, h, b) + this.meetings.move(round, b, h, g, a);
    spread.swap(a, g, b, h);
    for (const mix of mixes) cost += mix.swap(a, g, b, h);
    round.swap(a, b);
    this.cost += cost;
    return cost;
  }

  /** Notes the rounds as they stand where they have never been better. */
  keepBest(): void {
    if (this.cost >= this.bestCost) return;
    this.bestCost = this.cost;
    this.rounds.forEach(({ round }, i) => this.best[i]?.set(round.inSlot));
  }

  /** The best rounds that there have been: people and chairs, by round and group. */
  bestRounds(): number[][][] {
    return this.rounds.map(({ round }, i) => {
      round.restore(this.best[i] as Int32Array);
      return round.groups().map((members) => [...members]);
    });
  }
}
