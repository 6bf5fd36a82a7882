import { limits, within } from "@ordskifte/schema";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering, standingIn } from "../../gatherings/index.js";
import { maySetLimit } from "../plenary.policy.js";
import type { InPlenary } from "./send-to-plenary.js";

export interface SetIdeasPerGroup {
  readonly clientMutationId: string;
  readonly gatheringId: string;
  readonly limit: number;
}

/** How many ideas each group may send. What was sent before stays. */
export const setIdeasPerGroup = (
  commit: Commit,
  actor: Actor,
  input: SetIdeasPerGroup,
): Promise<Committed<InPlenary, GatheringNotOpen | InputRejected>> =>
  commit({
    streams: [input.gatheringId],
    command: "plenary.setLimit",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: async (tx): Promise<Outcome<InPlenary, GatheringNotOpen | InputRejected>> => {
      const who = await standingIn(tx, actor, input.gatheringId);
      demand(maySetLimit, who, undefined);
      const { gathering } = who;
      if (gathering.state === GatheringState.ARCHIVED) return refused(new GatheringNotOpen(gathering.state));
      if (!within(limits.ideasPerGroup, input.limit))
        return refused(new InputRejected("limit", InputProblem.OUT_OF_RANGE, limits.ideasPerGroup.max));
      tx.update(Gathering, { ...gathering, ideasPerGroup: input.limit });
      return done({ gatheringId: gathering.id });
    },
  });
