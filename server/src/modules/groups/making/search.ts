import type { Hall } from "./hall.js";
import type { Random } from "./random.js";
import type { Sliced } from "./slices.js";

/** Temperatures to begin and end with, where a repeat costs 4: from where it is nothing to where it is avoided. */
const FROM_NOTHING = { hot: 2, cold: 0.25 };
/** Little is given up of a start that is good; what is not is still sought where a repeat can be. */
const FROM_GOOD = { hot: 0.7, cold: 0.5 };
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
  /** Swaps to try. */
  readonly steps: number;
  /** How often each round is played: what a swap costs is so much more. */
  readonly turns?: number;
  /** To begin near the cold end: betters what is good already, instead of beginning from nothing. */
  readonly isCool?: boolean;
}

/**
 * Simulated annealing over swaps: the better is taken, the worse at times, and ever less often. Ends
 * at once where nothing better is possible. The budget is counted, never timed, so that the same seed gives the same.
 */
export function* anneal(
  hall: Hall,
  random: Random,
  { steps, turns = 1, isCool = false }: Budget,
): Sliced<void> {
  const { hot, cold } = isCool ? FROM_GOOD : FROM_NOTHING;
  const cooling = (cold / hot) ** (1 / (LEVELS - 1));
  for (let level = 0, heat = hot * turns; level < LEVELS; level++, heat *= cooling) {
    for (let step = 0; step < steps / LEVELS; step++) {
      if (hall.isPerfect) return;
      improve(hall, random, heat);
    }
    yield;
  }
}
