import { BoardFrozen, GatheringNotOpen, NotSeated } from "../../../kernel/refusals.js";
import { notFound } from "../../../kernel/errors.js";
import { isUuid } from "../../../kernel/ids.js";
import { ContributionKind, GatheringState } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Tx } from "../../../live/tx.js";
import { standingIn } from "../../gatherings/index.js";
import { FormerSeat, Seat } from "../../groups/index.js";
import { Board } from "../board.entity.js";
import type { Writer } from "../board.policy.js";
import { Contribution } from "../contribution.entity.js";

/** What every write on a board begins with: the board, and how the caller stands to it. */
export interface AtBoard {
  readonly board: Readonly<Board>;
  readonly who: Writer;
}

const isSeated = async (
  tx: Tx,
  { gatheringId, groupId }: Readonly<Board>,
  participantId: string | undefined,
): Promise<boolean> => {
  if (!groupId || !participantId) return false;
  // All of the group's: what is read for one who writes is known for those beside them (LOG9).
  const seats = await tx.find(Seat, { gatheringId, groupId });
  if (seats.some((seat) => seat.participantId === participantId)) return true;
  // Nobody is moved mid-sentence: whoever has sat there finishes, and answers what they are asked about their cards.
  return (await tx.find(FormerSeat, { gatheringId, groupId, participantId })).length > 0;
};

/** Throws NOT_FOUND for a board that is not there or not the caller's to see. */
export const atBoard = async (tx: Tx, actor: Actor, boardId: string): Promise<AtBoard> => {
  const board = await tx.get(Board, boardId);
  if (!board) throw notFound();
  const standing = await standingIn(tx, actor, board.gatheringId);
  if (!standing.maySee) throw notFound();
  const seated = await isSeated(tx, board, standing.participant?.id);
  return { board, who: { ...standing, seated } };
};

export interface AtCard extends AtBoard {
  readonly card: Readonly<Contribution>;
}

/** Whether somebody may know of a card at all. */
const sees = (who: Writer, card: Readonly<Contribution>): boolean => {
  if (card.withdrawnAt) return false;
  const mine = who.participant?.id === card.participantId;
  return mine || (!card.silent && (card.hiddenReason === null || who.mayLead));
};

/** Throws NOT_FOUND for a card that is not on this board, or not the caller's to see. */
export const atCard = async (tx: Tx, actor: Actor, boardId: string, cardId: string): Promise<AtCard> => {
  const at = await atBoard(tx, actor, boardId);
  const card = await cardSeenBy(tx, at, cardId);
  if (!card) throw notFound();
  return { ...at, card };
};

/** A card of this board that the caller may see; null for any other. */
export const cardSeenBy = async (
  tx: Tx,
  { board, who }: AtBoard,
  cardId: string,
): Promise<Readonly<Contribution> | null> => {
  const card = isUuid(cardId) ? await tx.get(Contribution, cardId) : null;
  return card && card.boardId === board.id && sees(who, card) ? card : null;
};

const TAKES_WRITING = new Set([GatheringState.PREPARING, GatheringState.LIVE, GatheringState.FOLLOW_UP]);

/** Why nobody can write here now, or null. */
export const closedFor = ({ board, who }: AtBoard): GatheringNotOpen | BoardFrozen | null => {
  if (!TAKES_WRITING.has(who.gathering.state)) return new GatheringNotOpen(who.gathering.state);
  return board.frozenAt ? new BoardFrozen() : null;
};

/** Participants write where they have a seat; those who lead write everywhere. */
export const withoutSeat = ({ who }: AtBoard): NotSeated | null =>
  who.seated || who.mayLead ? null : new NotSeated();

/** Ideas are also candidates, and may be in the plenary: whoever follows the gathering hears when one changes. */
export const tellGathering = (tx: Tx, card: Readonly<Contribution>): void => {
  if (card.kind !== ContributionKind.IDEA) return;
  tx.touch(card.gatheringId, ["idea", card.id]);
  tx.touch(card.gatheringId, ["plenaryIdea", card.id]);
};
