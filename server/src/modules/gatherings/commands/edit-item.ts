import { InputRejected } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import { done, refused } from "../../../live/vocabulary.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { readItemFields, type GivenItemFields, type ItemFields } from "./item-fields.js";
import { itemVerb, type HasCards, type ItemInput } from "./item-verb.js";

export interface EditItem extends ItemInput {
  readonly item: GivenItemFields;
}

const FIXED = ["writing", "naming"] as const;

/** Who sees what is written, and by which name, is a promise to those who have written: it is not changed under them. */
const brokenPromise = async (
  item: Readonly<ProgrammeItem>,
  fields: ItemFields,
  hasCards: HasCards,
): Promise<InputRejected | null> => {
  const changed = FIXED.find((field) => item[field] !== fields[field]);
  if (!changed) return null;
  const isPromised = item.openedAt !== null || (await hasCards(item.id));
  return isPromised ? new InputRejected(`item.${changed}`, InputProblem.NOT_ALLOWED) : null;
};

export const editItem = (hasCards: HasCards) =>
  itemVerb<EditItem>({
    command: "item.edit",
    wholeScope: true,
    act: async (tx, { gathering, item }, input) => {
      const fields = readItemFields(input.item);
      if (fields instanceof InputRejected) return refused(fields);
      const broken = await brokenPromise(item, fields, hasCards);
      if (broken) return refused(broken);
      tx.update(ProgrammeItem, { ...item, ...fields });
      return done({ gatheringId: gathering.id, itemId: item.id });
    },
  });
