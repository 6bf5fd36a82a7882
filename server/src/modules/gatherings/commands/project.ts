import { InputRejected, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { Gathering, PlenaryView, type Projection } from "../gathering.entity.js";
import { mayLeadGathering } from "../gathering.policy.js";
import { leaderVerb, notLed, type Led } from "./leading.js";

export interface Project {
  readonly clientMutationId: string;
  readonly view: PlenaryView;
  readonly contributionId?: string | null;
  readonly roundId?: string | null;
}

/** What was found of the things that are to be shown: null for one that this gathering does not have, or may not show. */
export interface Shown {
  readonly boardId: string | null;
  readonly roundId: string | null;
}

type Refusal = GatheringNotOpen | InputRejected;

const SHOWS_ROUND = new Set([PlenaryView.VOTE, PlenaryView.REVEAL]);

const wrongCard = ({ view, contributionId }: Project, { boardId }: Shown): InputRejected | null => {
  if (view !== PlenaryView.SPOTLIGHT)
    return contributionId ? new InputRejected("contributionId", InputProblem.NOT_ALLOWED) : null;
  if (!contributionId) return new InputRejected("contributionId", InputProblem.EMPTY);
  return boardId ? null : new InputRejected("contributionId", InputProblem.UNKNOWN);
};

const wrongRound = ({ view, roundId }: Project, shown: Shown): InputRejected | null => {
  if (!roundId) return null;
  if (!SHOWS_ROUND.has(view)) return new InputRejected("roundId", InputProblem.NOT_ALLOWED);
  return shown.roundId ? null : new InputRejected("roundId", InputProblem.UNKNOWN);
};

const projection = ({ view, contributionId = null }: Project, { boardId, roundId }: Shown): Projection => ({
  view,
  boardId,
  contributionId,
  roundId,
});

const verb = (shown: Shown) =>
  leaderVerb<Project, Refusal>({
    command: "gathering.project",
    rule: mayLeadGathering,
    act: async (tx, gathering, input): Promise<Outcome<Led, Refusal>> => {
      const refusal = notLed(gathering) ?? wrongCard(input, shown) ?? wrongRound(input, shown);
      if (refusal) return refused(refusal);
      tx.update(Gathering, { ...gathering, projection: projection(input, shown) });
      return done({ gatheringId: gathering.id, itemId: gathering.currentItemId });
    },
  });

/**
 * Turns the projector. Only ids are kept: a card that is hidden or withdrawn later is not shown, since each screen asks
 * for it as the card is then.
 */
export const project = (
  commit: Commit,
  actor: Actor,
  { gatheringId, ...shown }: Shown & { readonly gatheringId: string },
  input: Project,
): Promise<Committed<Led, Refusal>> => verb(shown)(commit, actor, gatheringId, input);
