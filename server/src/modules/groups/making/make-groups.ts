import { bestRounds } from "./best-rounds.js";
import { eachPair } from "./pairs.js";
import type { Groups, MakingOptions, Person, Plan, RoundsPlan } from "./plan.js";
import { randomOf } from "./random.js";
import { rosterOf, type Roster } from "./roster.js";
import { atOnce, betweenOthers, type Sliced } from "./slices.js";
import { deal, withChairs } from "./start.js";
import { ungranted } from "./ungranted.js";
import { sortWishes } from "./wishes.js";

type Seated = readonly (readonly number[])[];

/** Swaps tried for each person and round, and at the least. */
const STEPS_EACH = 500;
const STEPS_LEAST = 100_000;

const seatsIn = (start: readonly Seated[]): number => start[0]?.flat().length ?? 0;

const knownHistory = (roster: Roster, history: MakingOptions["history"] = []): number[][] =>
  history.map((group) => [...new Set(group)].flatMap((id) => roster.indexOf.get(id) ?? []));

const idsOf = ({ ids }: Roster, seated: Seated): Groups =>
  seated.map((members) => members.flatMap((who) => ids[who] ?? []).toSorted());

const onlyRound = ({ rounds, refused }: RoundsPlan): Plan => ({ groups: rounds[0] ?? [], refused });

type RoundsOptions = MakingOptions & { readonly rounds: number };

function* planning(people: readonly Person[], options: RoundsOptions): Sliced<RoundsPlan> {
  const [roster, random] = [rosterOf(people, options), randomOf(options.seed)];
  const wishes = sortWishes(roster, options.wishes ?? []);
  const start = Array.from({ length: options.rounds }, () => withChairs(roster, deal(roster, random)));
  const seats = seatsIn(start);
  const history = knownHistory(roster, options.history);
  const setting = { roster, pairs: eachPair(people.length, seats), history, wishes };
  const steps = options.steps ?? Math.max(STEPS_LEAST, STEPS_EACH * people.length * options.rounds);
  const found = yield* bestRounds(setting, start, random, steps);
  const rounds = found.map((seated) => idsOf(roster, seated));
  return { rounds, refused: [...wishes.refused, ...ungranted(wishes, rounds)] };
}

/**
 * Groups for several rounds at once, so that people meet as many others as can be over all of them. Sizes are within one
 * of each other and units spread in every round; wishes hold in every round. Throws RangeError as `makeGroups` does.
 */
export const planRounds = (people: readonly Person[], options: RoundsOptions): RoundsPlan =>
  atOnce(planning(people, options));

/**
 * Groups for one round. Sizes are within one of each other and each unit has in every group the floor or the ceiling of
 * its share (where nobody sits at a shared device; else as near as that lets it). Within that, first wishes, then few
 * repeats, then all that is `mixed`. Wishes that are not kept are refused with the reason. Throws RangeError for a size or a
 * number of groups that is not above 0, and for an id that is there twice.
 */
export const makeGroups = (people: readonly Person[], options: MakingOptions): Plan =>
  onlyRound(atOnce(planning(people, { ...options, rounds: 1 })));

/** The same groups as from `makeGroups`, sought while others have their turn in between. */
export const makeGroupsBetweenOthers = async (
  people: readonly Person[],
  options: MakingOptions,
): Promise<Plan> => onlyRound(await betweenOthers(planning(people, { ...options, rounds: 1 })));
