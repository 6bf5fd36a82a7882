import { InputRejected, Outdated, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { isUuid } from "../../../kernel/ids.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { settingFor } from "../stage-setting.js";
import { leaderVerb, notLed, type Led } from "./leading.js";

export interface GoToItem {
  readonly clientMutationId: string;
  readonly itemId: string;
  /** What the leader saw as current; null where they do not care. */
  readonly fromItemId?: string | null;
}

type Refusal = GatheringNotOpen | Outdated | InputRejected;

const go = async (
  tx: Tx,
  gathering: Readonly<Gathering>,
  input: GoToItem,
): Promise<Outcome<Led, Refusal>> => {
  const closed = notLed(gathering);
  if (closed) return refused(closed);
  if (input.fromItemId && input.fromItemId !== gathering.currentItemId) return refused(new Outdated());
  const item = isUuid(input.itemId) ? await tx.get(ProgrammeItem, input.itemId) : null;
  if (item?.gatheringId !== gathering.id) return refused(new InputRejected("itemId", InputProblem.UNKNOWN));
  tx.update(Gathering, settingFor(gathering, item));
  return done({ gatheringId: gathering.id, itemId: item.id });
};

/** Next, back and jump. Of two leaders who press Next at once, one goes on and the other is told that it has happened. */
export const goToItem = leaderVerb<GoToItem, Refusal>({
  command: "gathering.goToItem",
  rule: mayLeadGathering,
  act: go,
});
