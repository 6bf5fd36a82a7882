import type { Pairs } from "./pairs.js";
import type { Round } from "./round.js";

/** What one meeting costs a pair for each time that they have met before. */
const REPEAT = 4;

/**
 * How often pairs have met, in earlier groups and in the rounds that are being made. A pair that meets m times costs as
 * many repeats as it has pairs of meetings, so that nobody is met over and over while others are met never.
 */
export class Meetings {
  private readonly times: Int32Array;
  /** Added for each meeting of a class: below 0 for those who wish to meet. */
  private readonly extra: Int32Array;

  constructor(private readonly pairs: Pairs) {
    this.times = new Int32Array(pairs.classes);
    this.extra = new Int32Array(pairs.classes);
  }

  /** They met earlier. */
  note(a: number, b: number): void {
    const pair = this.classOf(a, b);
    this.times[pair] = (this.times[pair] as number) + 1;
  }

  wish(a: number, b: number, price: number): void {
    const pair = this.classOf(a, b);
    this.extra[pair] = (this.extra[pair] as number) + price;
  }

  /** Counts everybody of a round together. Returns what that costs. */
  play(round: Round): number {
    let cost = 0;
    for (const members of round.groups())
      for (let i = 0; i < members.length; i++)
        for (let j = i + 1; j < members.length; j++)
          cost += this.meet(members[i] as number, members[j] as number);
    return cost;
  }

  /** `who` leaves the one group and joins the other in place of `instead`. Returns what it costs. */
  move(round: Round, who: number, from: number, to: number, instead: number): number {
    return this.change(round, who, from, who, -1) + this.change(round, who, to, instead, 1);
  }

  private change(round: Round, who: number, group: number, but: number, sign: 1 | -1): number {
    const row = who * this.pairs.seats;
    const end = round.from[group + 1] as number;
    let cost = 0;
    for (let slot = round.from[group] as number; slot < end; slot++) {
      const other = round.inSlot[slot] as number;
      if (other !== but) cost += this.count(this.pairs.of[row + other] as number, sign);
    }
    return cost;
  }

  private meet(a: number, b: number): number {
    return this.count(this.classOf(a, b), 1);
  }

  private classOf(a: number, b: number): number {
    return this.pairs.of[a * this.pairs.seats + b] as number;
  }

  private count(pair: number, sign: 1 | -1): number {
    const step = this.pairs.step[pair] as number;
    const before = this.times[pair] as number;
    const fewer = sign > 0 ? before : before - step;
    this.times[pair] = before + sign * step;
    const repeats = step * fewer + (step * (step - 1)) / 2;
    return (
      sign * (this.pairs.size[pair] as number) * (repeats * REPEAT + step * (this.extra[pair] as number))
    );
  }
}
