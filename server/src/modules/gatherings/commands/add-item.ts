import { limits } from "@ordskifte/schema";
import { newId } from "../../../kernel/ids.js";
import { InputRejected, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import type { Gathering } from "../gathering.entity.js";
import { mayEditProgramme } from "../gathering.policy.js";
import type { ProgrammeItem } from "../programme-item.entity.js";
import { arrange, placedAfter, programmeOf } from "../programme.js";
import { readItemFields, type GivenItemFields } from "./item-fields.js";
import { leaderVerb, notEdited, type Led } from "./leading.js";

export interface AddItem {
  readonly clientMutationId: string;
  readonly item: GivenItemFields;
  /** The item it is placed after; first when null. */
  readonly afterItemId?: string | null;
}

type Refusal = GatheringNotOpen | InputRejected;

const add = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  input: AddItem,
): Promise<Outcome<Led, Refusal>> => {
  const closed = notEdited(gathering);
  if (closed) return refused(closed);
  const fields = readItemFields(input.item);
  if (fields instanceof InputRejected) return refused(fields);
  const others = await programmeOf(tx, gathering.id);
  if (others.length >= limits.programmeItems) {
    return refused(new InputRejected("item", InputProblem.TOO_MANY, limits.programmeItems));
  }
  const item: ProgrammeItem = {
    id: newId(),
    gatheringId: gathering.id,
    position: 0,
    openedAt: null,
    ...fields,
  };
  const placed = placedAfter(others, item, input.afterItemId ?? null);
  if (!placed) return refused(new InputRejected("afterItemId", InputProblem.UNKNOWN));
  arrange(tx, placed, item);
  return done({ gatheringId: gathering.id, itemId: item.id });
};

export const addItem = leaderVerb<AddItem, Refusal>({
  command: "item.add",
  rule: mayEditProgramme,
  act: add,
});
