import type { Hall } from "./hall.js";
import type { Random } from "./random.js";
import type { Sliced } from "./slices.js";

/** Temperatures to begin and end with, where a repeat costs 4: from where it is nothing to where it is avoided. */
const FROM_NOTHING = { hot: 2, cold: 0.25 };
/** Little is given up of a start that is good; what is not is still sought where a repeat can be. */
const FROM_GOOD = { hot: 0.7, cold: 0.5 };
/** Where all is still but what weighs far less than a repeat. */
const COLDEST = 0.05;
/** Temperatures on the way down. */
const LEVELS = 64;

const improve = (hall: Hall, random: Random, temperature: number): void => {
  const index = random.below(hall.rounds.length);
  const a = random.below(hall.people);
  const b = random.below(hall.seats);
  if (!hall.allows(index, a, b)) return;
  const cost = hall.swap(index, a, b);
  if (cost <= 0 || random.next() < Math.exp(-cost / temperature)) return hall.keepBest();
  hall.swap(index, a, b);
};

interface Budget {
  /** Swaps to try; half as many more where there is something to be mixed. */
  readonly steps: number;
  /** How often each round is played: what a swap costs is so much more. */
  readonly turns?: number;
  /** To begin near the cold end: betters what is good already, instead of beginning from nothing. */
  readonly isCool?: boolean;
}

interface Descent {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

function* descend(hall: Hall, random: Random, { from, to, steps }: Descent): Sliced<void> {
  const cooling = (to / from) ** (1 / (LEVELS - 1));
  for (let level = 0, heat = from; level < LEVELS; level++, heat *= cooling) {
    for (let step = 0; step < steps / LEVELS; step++) {
      if (hall.isPerfect) return;
      improve(hall, random, heat);
    }
    yield;
  }
}

/**
 * Simulated annealing over swaps: the better is taken, the worse at times, and ever less often. First repeats are sought
 * away; then, with these as good as settled, what is to be mixed is mixed. Ends at once where nothing better is possible.
 * The budget is counted, never timed, so that the same seed gives the same.
 */
export function* anneal(
  hall: Hall,
  random: Random,
  { steps, turns = 1, isCool = false }: Budget,
): Sliced<void> {
  const { hot, cold } = isCool ? FROM_GOOD : FROM_NOTHING;
  yield* descend(hall, random, { from: hot * turns, to: cold * turns, steps });
  if (hall.mixes) yield* descend(hall, random, { from: cold * turns, to: COLDEST, steps: steps / 2 });
}
