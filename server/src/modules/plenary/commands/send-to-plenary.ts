import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { GatheringState, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { PlenaryIdea } from "../plenary-idea.entity.js";
import { maySend, mayTakeBack } from "../plenary.policy.js";
import { atIdea, isOpenIdea, type AtIdea, type IdeaPlace } from "./at-idea.js";

export interface PlenaryIdeaWish {
  readonly clientMutationId: string;
  readonly contributionId: string;
}

export interface InPlenary {
  readonly gatheringId: string;
}

type Refusal = GatheringNotOpen | InputRejected;
type Act = (tx: Tx, at: AtIdea) => Promise<Refusal | null>;

/** A group has so many places; whoever leads may send more. */
const fullFor = async (tx: Tx, { who, idea }: AtIdea): Promise<InputRejected | null> => {
  if (who.mayLead) return null;
  const limit = who.gathering.ideasPerGroup;
  const sent = await tx.find(PlenaryIdea, { gatheringId: idea.gatheringId, boardId: idea.boardId });
  return sent.length < limit ? null : new InputRejected("contributionId", InputProblem.TOO_MANY, limit);
};

const send: Act = async (tx, at) => {
  demand(maySend, at.who, at);
  const { idea } = at;
  if (!isOpenIdea(idea)) return new InputRejected("contributionId", InputProblem.NOT_ALLOWED);
  if (await tx.get(PlenaryIdea, idea.id)) return null;
  const full = await fullFor(tx, at);
  if (full) return full;
  const { id, gatheringId, boardId } = idea;
  tx.insert(PlenaryIdea, { id, gatheringId, boardId, sentAt: tx.now });
  return null;
};

const takeBack: Act = async (tx, at) => {
  demand(mayTakeBack, at.who, at);
  const sent = await tx.get(PlenaryIdea, at.idea.id);
  if (sent) tx.remove(PlenaryIdea, sent);
  return null;
};

const TAKES = new Set([GatheringState.LIVE, GatheringState.FOLLOW_UP]);

const run = async (
  tx: Tx,
  actor: Actor,
  place: IdeaPlace,
  { contributionId }: PlenaryIdeaWish,
  act: Act,
): Promise<Outcome<InPlenary, Refusal>> => {
  const at = await atIdea(tx, actor, place, contributionId);
  const { state } = at.who.gathering;
  const refusal = TAKES.has(state) ? await act(tx, at) : new GatheringNotOpen(state);
  return refusal ? refused(refusal) : done({ gatheringId: place.gatheringId });
};

const verb =
  (command: string, act: Act) =>
  (
    commit: Commit,
    actor: Actor,
    place: IdeaPlace,
    input: PlenaryIdeaWish,
  ): Promise<Committed<InPlenary, Refusal>> =>
    commit({
      streams: [place.gatheringId, place.boardId],
      command,
      receipt: { personId: actor.personId, id: input.clientMutationId },
      input,
      work: (tx) => run(tx, actor, place, input, act),
    });

/** Shows an idea to the whole hall. Of two members who send at once, no more go than the group has places. */
export const sendToPlenary = verb("plenary.send", send);

/** Takes it back; harmless where it is not there. */
export const takeFromPlenary = verb("plenary.takeBack", takeBack);
