import type { Hall } from "./hall.js";
import { openHall, type Setting } from "./open-hall.js";
import { planeRounds } from "./plane.js";
import type { Random } from "./random.js";
import { anneal } from "./search.js";
import type { Sliced } from "./slices.js";
import { withChairs } from "./start.js";
import { turningRounds } from "./wheels.js";

type Seated = readonly (readonly number[])[];

interface Start {
  readonly rounds: readonly Seated[];
  /** Good already, and not to be shaken up. */
  readonly isCool: boolean;
}

/** Do units, professions, tables, wishes and history leave everybody free to sit with anybody? */
const everybodyIsFree = ({ roster, history, wishes }: Setting): boolean =>
  (roster.units === roster.ids.length || roster.units === 1) &&
  roster.mixed.every(({ values }) => values < 2) &&
  roster.weight.every((weight) => weight === 1) &&
  history.every((group) => group.length < 2) &&
  wishes.together.length + wishes.apart.length + wishes.oneInEach.length === 0;

/** The plane's rounds, and of those that were dealt as many as are missing. */
const fromPlane = ({ roster }: Setting, dealt: readonly Seated[]): Seated[] =>
  [
    ...planeRounds(roster.ids.length, roster.groups).map((round) => withChairs(roster, round)),
    ...dealt,
  ].slice(0, dealt.length);

function* starts(setting: Setting, dealt: readonly Seated[], random: Random, steps: number): Sliced<Start[]> {
  const plain = { rounds: dealt, isCool: false };
  if (dealt.length < 2 || !everybodyIsFree(setting)) return [plain];
  const plane = { rounds: fromPlane(setting, dealt), isCool: true };
  if (openHall(setting, plane.rounds).isPerfect) return [plane];
  const turning = yield* turningRounds(setting, dealt.length, random, steps);
  return turning ? [{ rounds: turning, isCool: true }, plane, plain] : [plane, plain];
}

/**
 * The best rounds that are found within `steps` from each of several starts: where everybody is free to sit with
 * anybody, lines of a plane and turns of a wheel, and always the rounds as they were dealt.
 */
export function* bestRounds(
  setting: Setting,
  dealt: readonly Seated[],
  random: Random,
  steps: number,
): Sliced<readonly Seated[]> {
  let best: Hall | null = null;
  for (const { rounds, isCool } of yield* starts(setting, dealt, random, steps)) {
    const hall = openHall(setting, rounds);
    yield* anneal(hall, random, { steps, isCool });
    if (!best || hall.bestCost < best.bestCost) best = hall;
    if (best.isPerfect) break;
  }
  return best?.bestRounds() ?? [];
}
