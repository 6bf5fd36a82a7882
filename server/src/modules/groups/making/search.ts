import type { Hall } from "./hall.js";
import type { Random } from "./random.js";
import type { Sliced } from "./slices.js";

/** From temperatures where a repeat is nothing to where it is avoided. A repeat costs 4. */
const HOT = 2;
const COLD = 0.25;
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

/**
 * Simulated annealing over swaps, `steps` of them: the better is taken, the worse at times, and ever less often. Ends
 * at once where nothing better is possible. The budget is counted, never timed, so that the same seed gives the same.
 */
export function* anneal(hall: Hall, random: Random, steps: number): Sliced<void> {
  const cooling = (COLD / HOT) ** (1 / (LEVELS - 1));
  for (let level = 0, heat = HOT; level < LEVELS; level++, heat *= cooling) {
    for (let step = 0; step < steps / LEVELS; step++) {
      if (hall.bestCost <= hall.least) return;
      improve(hall, random, heat);
    }
    yield;
  }
}
