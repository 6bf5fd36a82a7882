import { isUuid } from "../../../kernel/ids.js";
import type { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import type { Tx } from "../../../live/tx.js";
import { refused, type Outcome } from "../../../live/vocabulary.js";
import type { Gathering } from "../gathering.entity.js";
import { mayEditProgramme } from "../gathering.policy.js";
import { ProgrammeItem } from "../programme-item.entity.js";
import { leaderVerb, notEdited, ofGathering, type Led } from "./leading.js";

export interface ItemInput {
  readonly clientMutationId: string;
  readonly itemId: string;
}

/**
 * Whether anybody has written in an item. Asked while every board of the gathering is locked, so that the answer holds
 * until the command has stood.
 */
export type HasCards = (itemId: string) => Promise<boolean>;

export type ItemRefusal = GatheringNotOpen | InputRejected;

export interface AtItem {
  readonly gathering: Readonly<Gathering>;
  readonly item: Readonly<ProgrammeItem>;
}

interface ItemVerb<Input> {
  readonly command: string;
  readonly wholeScope?: boolean;
  act(tx: Tx, at: AtItem, input: Input): Promise<Outcome<Led, ItemRefusal>>;
}

/** What verbs on one item share: the gathering, which must not be archived, and the item, which must be in it. */
export const itemVerb = <Input extends ItemInput>({ command, wholeScope = false, act }: ItemVerb<Input>) =>
  leaderVerb<Input, ItemRefusal>({
    command,
    rule: mayEditProgramme,
    wholeScope,
    act: async (tx, gathering, input) => {
      const found = isUuid(input.itemId) ? await tx.get(ProgrammeItem, input.itemId) : null;
      const item = ofGathering(gathering, found);
      const closed = notEdited(gathering);
      return closed ? refused(closed) : act(tx, { gathering, item }, input);
    },
  });
