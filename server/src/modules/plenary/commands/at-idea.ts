import { notFound } from "../../../kernel/errors.js";
import type { Actor } from "../../../identity/actor.js";
import { ContributionKind } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { Contribution } from "../../boards/index.js";
import { Group, Seat } from "../../groups/index.js";
import { standingIn, type Standing } from "../../gatherings/index.js";

/** Where an idea lies; it never moves, so this is known before any lock is held. */
export interface IdeaPlace {
  readonly boardId: string;
  readonly gatheringId: string;
}

export interface AtIdea {
  readonly who: Standing;
  readonly idea: Readonly<Contribution>;
  /** Whether the caller sits at the board that it lies on. */
  readonly seated: boolean;
}

const isSeated = async (
  tx: Tx,
  gatheringId: string,
  boardId: string,
  participantId: string,
): Promise<boolean> => {
  const group = (await tx.find(Group, { gatheringId })).find((candidate) => candidate.boardId === boardId);
  return group ? (await tx.find(Seat, { gatheringId, groupId: group.id, participantId })).length > 0 : false;
};

/** Whether the card can be shown to the whole hall. */
export const isOpenIdea = ({ kind, silent, hiddenReason, withdrawnAt }: Readonly<Contribution>): boolean =>
  kind === ContributionKind.IDEA && !silent && hiddenReason === null && withdrawnAt === null;

/** Throws NOT_FOUND for a card that the caller must not know of. */
export const atIdea = async (
  tx: Tx,
  actor: Actor,
  { boardId, gatheringId }: IdeaPlace,
  contributionId: string,
): Promise<AtIdea> => {
  const who = await standingIn(tx, actor, gatheringId);
  const idea = await tx.get(Contribution, contributionId);
  if (!who.maySee || !idea || idea.withdrawnAt) throw notFound();
  const isMine = who.participant?.id === idea.participantId;
  if (!isMine && (idea.silent || (idea.hiddenReason !== null && !who.mayLead))) throw notFound();
  const seated = who.participant ? await isSeated(tx, gatheringId, boardId, who.participant.id) : false;
  return { who, idea, seated };
};
