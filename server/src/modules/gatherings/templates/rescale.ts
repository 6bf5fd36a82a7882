import { ItemKind } from "../programme-item.entity.js";
import { minutesTogether, type Template, type TemplateItem } from "./template.js";

/** People read and keep times on the five minutes. */
const STEP = 5;

/** Nothing worth doing takes less than five minutes, and nobody reflects in less than ten. */
const leastOf = ({ kind }: TemplateItem): number => (kind === ItemKind.REFLECTION ? 10 : 5);

/** A break grows into a meal, not into an empty hour. */
const mostOf = ({ kind, minutes }: TemplateItem): number =>
  kind === ItemKind.BREAK ? Math.max(15, Math.min(60, minutes * 1.5)) : Infinity;

/** The shortest time together in which everything in the template still finds its place, in minutes. */
export const leastTogether = ({ items }: Template): number =>
  minutesTogether(items.map((item) => ({ minutes: leastOf(item), atHome: item.atHome })));

/** How far an item is behind its share: small is most behind. Midway in the step, so that shares round to the nearest. */
const filled = (given: number, { minutes }: TemplateItem): number => (given + STEP / 2) / minutes;

const mostBehind = (items: readonly TemplateItem[], given: readonly number[]): number => {
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

/** The minutes that are left over from the fives go where they are felt least. */
const longest = (items: readonly TemplateItem[], given: readonly number[]): number =>
  items.reduce((best, item, i) => {
    if (item.atHome || item.kind === ItemKind.BREAK) return best;
    return best < 0 || (given[i] ?? 0) > (given[best] ?? 0) ? i : best;
  }, -1);

const shares = (items: readonly TemplateItem[], minutes: number): number[] => {
  const given = items.map((item) => (item.atHome ? item.minutes : leastOf(item)));
  const taken = minutesTogether(items.map(({ atHome }, i) => ({ minutes: given[i] ?? 0, atHome })));
  for (let left = minutes - taken; left > 0; left -= STEP) {
    const i = left < STEP ? longest(items, given) : mostBehind(items, given);
    given[i] = (given[i] ?? 0) + Math.min(STEP, left);
  }
  return given;
};

/**
 * The template in `minutes` together: every item is there, each with whole minutes near its share, and the sum is exact.
 * What is done at home keeps its length. Throws a RangeError below `leastTogether`.
 */
export const rescale = (template: Template, minutes: number): Template => {
  if (!Number.isInteger(minutes) || minutes < leastTogether(template)) {
    throw new RangeError("too short for this template");
  }
  const given = shares(template.items, minutes);
  return {
    ...template,
    items: template.items.map((item, i) => ({ ...item, minutes: given[i] ?? item.minutes })),
  };
};
