import type { Tx } from "../../live/tx.js";
import { ProgrammeItem } from "./programme-item.entity.js";

type Item = Readonly<ProgrammeItem>;

/** The items of a gathering in their order. */
export const programmeOf = async (tx: Tx, gatheringId: string): Promise<Item[]> =>
  (await tx.find(ProgrammeItem, { gatheringId })).toSorted((a, b) => a.position - b.position);

/** The programme with an item after another, or first; null where there is no such other. */
export const placedAfter = (others: readonly Item[], item: Item, afterId: string | null): Item[] | null => {
  const before = others.findIndex(({ id }) => id === afterId);
  if (afterId !== null && before === -1) return null;
  return others.toSpliced(before + 1, 0, item);
};

/** Writes the places of those that have moved: from 1, without gaps. An item that is not stored yet is inserted. */
export const arrange = (tx: Tx, items: readonly Item[], inserted?: Item): void => {
  items.forEach((item, i) => {
    const placed = { ...item, position: i + 1 };
    if (item === inserted) tx.insert(ProgrammeItem, placed);
    else if (item.position !== placed.position) tx.update(ProgrammeItem, placed);
  });
};
