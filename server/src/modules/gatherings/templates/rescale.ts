import { ItemKind, type PhaseMinutes } from "../programme-item.entity.js";
import { minutesTogether, type Template, type TemplateItem } from "./template.js";

/** As much of an item as its length depends on. */
export type Scaled = Pick<TemplateItem, "kind" | "minutes" | "atHome">;

/** People read and keep times on the five minutes. */
const STEP = 5;

/** Nothing worth doing takes less than five minutes, and nobody reflects in less than ten, where it had as much before. */
const leastOf = ({ kind, minutes }: Scaled): number =>
  Math.min(minutes, kind === ItemKind.REFLECTION ? 10 : 5);

/** A break grows into a meal, not into an empty hour. */
const mostOf = ({ kind, minutes }: Scaled): number =>
  kind === ItemKind.BREAK ? Math.max(15, Math.min(60, minutes * 1.5)) : Infinity;

/** The shortest time together in which everything still finds its place, in minutes. */
export const leastTogether = (items: readonly Scaled[]): number =>
  minutesTogether(items.map((item) => ({ minutes: leastOf(item), atHome: item.atHome })));

/** How far an item is behind its share: small is most behind. Midway in the step, so that shares round to the nearest. */
const filled = (given: number, { minutes }: Scaled): number => (given + STEP / 2) / minutes;

const mostBehind = (items: readonly Scaled[], given: readonly number[]): number => {
  let found = -1;
  let least = Infinity;
  items.forEach((item, i) => {
    const now = given[i] ?? 0;
    if (item.atHome || now + STEP > mostOf(item)) return;
    const rank = filled(now, item);
    if (rank < least) [found, least] = [i, rank];
  });
  return found;
};

/** The minutes that are left over from the fives go where they are felt least: breaks come last. */
const longest = (items: readonly Scaled[], given: readonly number[]): number => {
  const isBreak = (i: number): number => Number(items[i]?.kind === ItemKind.BREAK);
  const order = [...items.keys()].filter((i) => !items[i]?.atHome);
  return order.toSorted((a, b) => isBreak(a) - isBreak(b) || (given[b] ?? 0) - (given[a] ?? 0))[0] ?? -1;
};

/** Where no item may grow any more by a step, the longest takes what is left. */
const nextToGrow = (items: readonly Scaled[], given: readonly number[], left: number): number => {
  const behind = left < STEP ? -1 : mostBehind(items, given);
  return behind < 0 ? longest(items, given) : behind;
};

/**
 * New lengths for items, by their order: whole minutes near each one's share, and in sum exactly `minutes` together. What
 * is done at home keeps its length. Throws a RangeError below `leastTogether`.
 */
export const rescaled = (items: readonly Scaled[], minutes: number): number[] => {
  const least = leastTogether(items);
  if (!Number.isInteger(minutes) || minutes < least || least === 0) {
    throw new RangeError("too short for these items");
  }
  const given = items.map((item) => (item.atHome ? item.minutes : leastOf(item)));
  for (let left = minutes - least; left > 0; left -= STEP) {
    const i = nextToGrow(items, given, left);
    given[i] = (given[i] ?? 0) + Math.min(STEP, left);
  }
  return given;
};

/** The same division of another length: each part near its share, and none made or lost by rounding. */
export const dividedAnew = (phases: PhaseMinutes, minutes: number): PhaseMinutes => {
  const { individual, group, plenary } = phases;
  const before = Math.max(1, individual + group + plenary);
  const alone = Math.round((individual * minutes) / before);
  const upToGroup = Math.round(((individual + group) * minutes) / before);
  return { individual: alone, group: upToGroup - alone, plenary: minutes - upToGroup };
};

/** The template in `minutes` together, with every item in it. Throws as `rescaled` does. */
export const rescale = (template: Template, minutes: number): Template => {
  const given = rescaled(template.items, minutes);
  const items = template.items.map((item, i) => {
    const length = given[i] ?? item.minutes;
    return { ...item, minutes: length, phases: item.phases && dividedAnew(item.phases, length) };
  });
  return { ...template, items };
};
