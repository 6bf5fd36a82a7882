import { InputRejected } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused } from "../../../live/vocabulary.js";
import { Gathering } from "../gathering.entity.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { arrange, programmeOf } from "../programme.js";
import { settingFor } from "../stage-setting.js";
import { itemVerb, type AtItem, type HasCards, type ItemInput } from "./item-verb.js";

const remove = async (tx: Tx, { gathering, item }: AtItem): Promise<void> => {
  const programme = await programmeOf(tx, gathering.id);
  const others = programme.filter(({ id }) => id !== item.id);
  tx.remove(ProgrammeItem, item);
  arrange(tx, others);
  if (gathering.currentItemId !== item.id) return;
  const next = others.find(({ position }) => position > item.position) ?? null;
  tx.update(Gathering, settingFor(gathering, next));
};

/**
 * Takes an item out of the programme; where it was on, the next begins, or none. An item that somebody has written in
 * stays: what was written is found again under it.
 */
export const removeItem = (hasCards: HasCards) =>
  itemVerb<ItemInput>({
    command: "item.remove",
    wholeScope: true,
    act: async (tx, at, { itemId }) => {
      if (await hasCards(itemId)) return refused(new InputRejected("itemId", InputProblem.NOT_ALLOWED));
      await remove(tx, at);
      return done({ gatheringId: at.gathering.id, itemId: null });
    },
  });
