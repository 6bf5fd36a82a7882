import { openHall, type Setting } from "./open-hall.js";
import { turned, turningPairs } from "./pairs.js";
import type { Random } from "./random.js";
import { anneal } from "./search.js";
import type { Sliced } from "./slices.js";
import { deal, withChairs } from "./start.js";

/** The ways to share out rounds on a wheel: its places, the largest first. */
const ordersFor = (rounds: number): number[] =>
  Array.from({ length: rounds - 1 }, (_, i) => rounds - i).filter((order) => rounds % order === 0);

const played = (
  groups: readonly (readonly number[])[],
  turns: number,
  order: number,
  people: number,
): number[][] =>
  groups.map((members) => members.map((who) => (who < people ? turned(who, turns, order, people) : who)));

/**
 * Seeks rounds without repeats among those that look the same after a turn: a few rounds are sought, and each is played
 * once for every turn of the wheel. Far fewer rounds to seek, so that much is found which is beyond a search among all.
 * Null where nothing was found within `steps`. People and chairs by round and group.
 */
export function* turningRounds(
  setting: Setting,
  rounds: number,
  random: Random,
  steps: number,
): Sliced<number[][][] | null> {
  const people = setting.roster.ids.length;
  for (const order of ordersFor(rounds)) {
    const pairs = turningPairs(people, setting.pairs.seats, order);
    const start = Array.from({ length: rounds / order }, () =>
      withChairs(setting.roster, deal(setting.roster, random)),
    );
    const hall = openHall({ ...setting, pairs }, start);
    yield* anneal(hall, random, steps);
    if (hall.bestCost <= hall.least)
      return hall
        .bestRounds()
        .flatMap((round) => Array.from({ length: order }, (_, turns) => played(round, turns, order, people)));
  }
  return null;
}
