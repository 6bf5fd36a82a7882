import { limits } from "@ordskifte/schema";
import { newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { InputRejected, type BoardFrozen, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { ContributionKind, InputProblem } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { mayMerge, mayUnmerge } from "../board.policy.js";
import { ContributionLink, LinkKind } from "../contribution-link.entity.js";
import { Contribution } from "../contribution.entity.js";
import { onCard, type CardInput, type CardPlace } from "./card-command.js";
import type { CardWritten } from "./post-contribution.js";
import { atCard, closedFor, tellGathering, type AtCard } from "./writing.js";

export interface MergeIdeas {
  readonly clientMutationId: string;
  readonly intoId: string;
  readonly fromIds: readonly string[];
}

type MergeRefusal = InputRejected | GatheringNotOpen | BoardFrozen;

const mergeLink = async (
  tx: Tx,
  idea: Readonly<Contribution>,
): Promise<Readonly<ContributionLink> | undefined> =>
  (await tx.find(ContributionLink, { fromId: idea.id, kind: LinkKind.MERGED_INTO }))[0];

/** Only open ideas that live on in no other can be merged, on either side. */
const notMergeable = async (tx: Tx, card: Readonly<Contribution>): Promise<boolean> =>
  card.kind !== ContributionKind.IDEA ||
  card.silent ||
  card.hiddenReason !== null ||
  (await mergeLink(tx, card)) !== undefined;

const mergeOne = (tx: Tx, from: Readonly<Contribution>, into: Readonly<Contribution>): void => {
  tx.insert(ContributionLink, {
    id: newId(),
    boardId: from.boardId,
    fromId: from.id,
    toId: into.id,
    kind: LinkKind.MERGED_INTO,
  });
  tx.update(Contribution, { ...from, revision: from.revision + 1 });
  tellGathering(tx, from);
};

const wrongNumber = ({ intoId, fromIds }: MergeIdeas): InputRejected | null => {
  if (fromIds.length < limits.mergedAtOnce.min) return new InputRejected("fromIds", InputProblem.EMPTY);
  if (fromIds.length > limits.mergedAtOnce.max)
    return new InputRejected("fromIds", InputProblem.TOO_MANY, limits.mergedAtOnce.max);
  const unique = new Set([intoId, ...fromIds]);
  return unique.size === fromIds.length + 1 ? null : new InputRejected("fromIds", InputProblem.NOT_ALLOWED);
};

const refusalFor = async (tx: Tx, cards: readonly AtCard[]): Promise<MergeRefusal | null> => {
  for (const [i, at] of cards.entries()) {
    demand(mayMerge, at.who, undefined);
    const closed = closedFor(at);
    if (closed) return closed;
    if (await notMergeable(tx, at.card))
      return new InputRejected(i === 0 ? "intoId" : "fromIds", InputProblem.NOT_ALLOWED);
  }
  return null;
};

const merge = async (
  tx: Tx,
  actor: Actor,
  places: readonly CardPlace[],
  input: MergeIdeas,
): Promise<Outcome<CardWritten, MergeRefusal>> => {
  const wrong = wrongNumber(input);
  if (wrong) return refused(wrong);
  const ids = [input.intoId, ...input.fromIds];
  const cards: AtCard[] = [];
  for (const [i, id] of ids.entries())
    cards.push(await atCard(tx, actor, (places[i] as CardPlace).boardId, id));
  const refusal = await refusalFor(tx, cards);
  if (refusal) return refused(refusal);
  const [into, ...from] = cards.map(({ card }) => card) as [
    Readonly<Contribution>,
    ...Readonly<Contribution>[],
  ];
  if (from.some((card) => card.gatheringId !== into.gatheringId))
    return refused(new InputRejected("fromIds", InputProblem.UNKNOWN));
  for (const card of from) mergeOne(tx, card, into);
  return done({ boardId: into.boardId, contributionId: into.id });
};

/** Ideas become one; each keeps its words, its author and its trail. `places` are those of `intoId` and each of `fromIds`. */
export const mergeIdeas = (
  commit: Commit,
  actor: Actor,
  places: readonly CardPlace[],
  input: MergeIdeas,
): Promise<Committed<CardWritten, MergeRefusal>> => {
  const boards = places.map(({ boardId }) => boardId);
  return commit({
    streams: [...new Set([...boards, ...places.map(({ gatheringId }) => gatheringId)])],
    command: "idea.merge",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => merge(tx, actor, places, input),
  });
};

/** An idea that was merged stands for itself again. One that was not stays as it is. */
export const unmergeIdea = onCard<CardInput, GatheringNotOpen | BoardFrozen>(
  "idea.unmerge",
  async (tx, at) => {
    demand(mayUnmerge, at.who, undefined);
    const closed = closedFor(at);
    if (closed) return refused(closed);
    const link = await mergeLink(tx, at.card);
    if (link) {
      tx.remove(ContributionLink, link);
      tx.update(Contribution, { ...at.card, revision: at.card.revision + 1 });
      tellGathering(tx, at.card);
    }
    return done({ boardId: at.card.boardId, contributionId: at.card.id });
  },
);
