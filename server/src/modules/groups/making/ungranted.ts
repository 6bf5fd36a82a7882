import type { Groups, RefusedWish } from "./plan.js";
import type { SortedWishes } from "./wishes.js";

const isKept = (groups: Groups, together: boolean, [a, b]: readonly string[]): boolean =>
  groups.every((group) => !group.includes(a as string) || group.includes(b as string) === together);

const isShared = (groups: Groups, people: readonly string[]): boolean =>
  groups.every((group) => group.some((id) => people.includes(id)));

/** Wishes that could have been kept, for all that arithmetic says, and are not kept in every round. */
export const ungranted = (
  { together, apart, oneInEach }: SortedWishes,
  rounds: readonly Groups[],
): RefusedWish[] => {
  const pairs = [...together, ...apart].filter(
    ({ wish }) => !rounds.every((groups) => isKept(groups, wish.kind === "together", wish.people)),
  );
  const sets = oneInEach.filter(({ wish }) => !rounds.every((groups) => isShared(groups, wish.people)));
  return [...pairs, ...sets].map(({ wish }) => ({ wish, reason: "noArrangementFound" }));
};
