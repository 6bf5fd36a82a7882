import { openHall, type Setting } from "./open-hall.js";
import { turned, turningPairs } from "./pairs.js";
import type { Random } from "./random.js";
import { anneal } from "./search.js";
import type { Sliced } from "./slices.js";
import { deal, withChairs } from "./start.js";

type Seated = readonly (readonly number[])[];

interface Turning {
  readonly rounds: readonly Seated[];
  readonly cost: number;
}

/** The ways to share out rounds on a wheel: its places, the largest first. */
const ordersFor = (rounds: number): number[] =>
  Array.from({ length: Math.max(0, rounds - 1) }, (_, i) => rounds - i).filter(
    (order) => rounds % order === 0,
  );

const played = (round: Seated, turns: number, order: number, people: number): Seated =>
  round.map((members) => members.map((who) => (who < people ? turned(who, turns, order, people) : who)));

function* onWheel(
  setting: Setting,
  order: number,
  start: readonly Seated[],
  random: Random,
  steps: number,
): Sliced<Turning & { readonly isPerfect: boolean }> {
  const people = setting.roster.ids.length;
  const hall = openHall({ ...setting, pairs: turningPairs(people, setting.pairs.seats, order) }, start);
  yield* anneal(hall, random, { steps, turns: order });
  const rounds = hall
    .bestRounds()
    .flatMap((round) => Array.from({ length: order }, (_, turns) => played(round, turns, order, people)));
  return { rounds, cost: hall.excess, isPerfect: hall.isPerfect };
}

/**
 * Seeks rounds with few repeats among those that look the same after a turn: a few rounds are sought, and each is played
 * once for every turn of the wheel. So little is left to seek that much is found which is beyond a search among all.
 * The best that was found, people and chairs by round and group; null where the rounds fit no wheel.
 */
export function* turningRounds(
  setting: Setting,
  rounds: number,
  random: Random,
  steps: number,
): Sliced<readonly Seated[] | null> {
  let best: Turning | null = null;
  for (const order of ordersFor(rounds)) {
    const start = Array.from({ length: rounds / order }, () =>
      withChairs(setting.roster, deal(setting.roster, random)),
    );
    const found = yield* onWheel(setting, order, start, random, steps);
    if (found.isPerfect) return found.rounds;
    if (!best || found.cost < best.cost) best = found;
  }
  return best?.rounds ?? null;
}
