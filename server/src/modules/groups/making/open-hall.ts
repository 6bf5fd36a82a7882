import type { Trait } from "./counts.js";
import { Hall } from "./hall.js";
import { Meetings } from "./meetings.js";
import { leastSquares, Mix, squaresOf } from "./mix.js";
import type { Pairs } from "./pairs.js";
import type { Mixed, Roster } from "./roster.js";
import { Round } from "./round.js";
import { hasTables } from "./start.js";
import { Spread } from "./spread.js";
import type { SortedWishes } from "./wishes.js";

/** What a wish weighs against repeats (4 each) and what could be mixed better. */
const WISH = 1_000;
const EACH = 100;
/** So little that mixing is hardly ever worth a repeat. */
const MIXED = 0.2;
const UNIT = 20;

export interface Setting {
  readonly roster: Roster;
  readonly pairs: Pairs;
  /** Who sat together before: numbers of people, by group. */
  readonly history: readonly (readonly number[])[];
  readonly wishes: SortedWishes;
}

/** The people's values, and one more for the chairs. */
const traitWith = (of: Int32Array, values: number, weight: Int32Array): Trait => {
  const all = new Int32Array(weight.length).fill(values);
  all.set(of);
  return { of: all, values: values + 1, weight };
};

/** Whose value is not known, and the chairs, weigh nothing. */
const mixedTrait = ({ of, values }: Mixed, weight: Int32Array): Trait => {
  const known = weight.map((people, who) => ((of[who] ?? values) < values ? people : 0));
  return traitWith(of, values, known);
};

const pricedTraits = ({ roster, wishes }: Setting, weight: Int32Array): [Trait, number][] => {
  const sets = wishes.oneInEach.map(({ members }): [Trait, number] => {
    const isOne = new Int32Array(roster.ids.length);
    for (const who of members) isOne[who] = 1;
    return [traitWith(isOne, 2, weight), EACH];
  });
  // Around tables with several people units cannot always be spread from the beginning: then it is sought.
  const units: [Trait, number][] = hasTables(roster)
    ? [[traitWith(roster.unit, roster.units, weight), UNIT]]
    : [];
  const mixed = roster.mixed.map((of): [Trait, number] => [mixedTrait(of, weight), MIXED]);
  return [...mixed, ...units, ...sets];
};

const meetingsOf = ({ pairs, history, wishes }: Setting): Meetings => {
  const meetings = new Meetings(pairs);
  for (const group of history)
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) meetings.note(a, b);
    });
  for (const { a, b } of wishes.together) meetings.wish(a, b, -WISH);
  for (const { a, b } of wishes.apart) meetings.wish(a, b, WISH);
  return meetings;
};

/** A hall with rounds to begin with: people and chairs, by round and group. */
export const openHall = (setting: Setting, start: readonly (readonly (readonly number[])[])[]): Hall => {
  const { roster, pairs, wishes } = setting;
  const weight = new Int32Array(pairs.seats).fill(1);
  weight.set(roster.weight);
  const [meetings, traits] = [meetingsOf(setting), pricedTraits(setting, weight)];
  const unit = traitWith(roster.unit, roster.units, weight);
  let [cost, least] = [0, -WISH * wishes.together.length * start.length];
  const rounds = start.map((groups) => {
    const round = new Round(groups);
    cost += meetings.play(round);
    for (const [trait, price] of traits) {
      cost += squaresOf(trait, round) * price;
      least += leastSquares(trait, roster.groups) * price;
    }
    return {
      round,
      spread: new Spread(unit, round),
      mixes: traits.map(([trait, price]) => new Mix(trait, round, price)),
    };
  });
  return new Hall(rounds, meetings, { weight, people: roster.ids.length, cost, least });
};
