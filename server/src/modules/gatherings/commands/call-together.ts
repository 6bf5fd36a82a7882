import { InputRejected, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering, type Summons } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
import { leaderVerb, notLed, type Led } from "./leading.js";

export interface CallTogether {
  readonly clientMutationId: string;
  /** Null lets everybody go on where the programme is. */
  readonly boardId?: string | null;
}

type Refusal = GatheringNotOpen | InputRejected;

/** `found` is the board where this gathering has it; null for any other. */
const summonsTo = (
  { clientMutationId, boardId }: CallTogether,
  found: string | null,
): Summons | null | InputRejected => {
  if (!boardId) return null;
  return found
    ? { id: clientMutationId, boardId: found }
    : new InputRejected("boardId", InputProblem.UNKNOWN);
};

const verb = (found: string | null) =>
  leaderVerb<CallTogether, Refusal>({
    command: "gathering.callTogether",
    rule: mayLeadGathering,
    act: async (tx, gathering, input): Promise<Outcome<Led, Refusal>> => {
      const closed = notLed(gathering);
      if (closed) return refused(closed);
      const summons = summonsTo(input, found);
      if (summons instanceof InputRejected) return refused(summons);
      tx.update(Gathering, { ...gathering, summons });
      return done({ gatheringId: gathering.id, itemId: gathering.currentItemId });
    },
  });

/** Calls everybody to a board, or calls it off. Screens follow softly: nobody is taken from what they write. */
export const callTogether = (
  commit: Commit,
  actor: Actor,
  { gatheringId, found }: { readonly gatheringId: string; readonly found: string | null },
  input: CallTogether,
): Promise<Committed<Led, Refusal>> => verb(found)(commit, actor, gatheringId, input);
