import { InputRejected } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import { done, refused } from "../../../live/vocabulary.js";
import { arrange, placedAfter, programmeOf } from "../programme.js";
import { itemVerb, type ItemInput } from "./item-verb.js";

export interface MoveItem extends ItemInput {
  /** The item it is to come after; first when null. */
  readonly afterItemId?: string | null;
}

export const moveItem = itemVerb<MoveItem>({
  command: "item.move",
  act: async (tx, { gathering, item }, { afterItemId = null }) => {
    if (afterItemId === item.id) return refused(new InputRejected("afterItemId", InputProblem.NOT_ALLOWED));
    const others = (await programmeOf(tx, gathering.id)).filter(({ id }) => id !== item.id);
    const placed = placedAfter(others, item, afterItemId);
    if (!placed) return refused(new InputRejected("afterItemId", InputProblem.UNKNOWN));
    arrange(tx, placed);
    return done({ gatheringId: gathering.id, itemId: item.id });
  },
});
