import { demand } from "../../../kernel/policy.js";
import { notFound } from "../../../kernel/errors.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, type Outcome } from "../../../live/vocabulary.js";
import { ProgrammeItem, standingIn, type OpenCards } from "../../gatherings/index.js";
import { mayOpenWriting } from "../board.policy.js";
import { Contribution } from "../contribution.entity.js";

export interface OpenWriting {
  readonly clientMutationId: string;
  readonly itemId: string;
}

interface WritingOpened {
  readonly gatheringId: string;
  readonly itemId: string;
}

/** The item, for somebody who may open it. Throws NOT_FOUND for one of another gathering. */
export const itemToOpen = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  itemId: string,
): Promise<Readonly<ProgrammeItem>> => {
  demand(mayOpenWriting, await standingIn(tx, actor, gatheringId), undefined);
  const item = await tx.get(ProgrammeItem, itemId);
  if (item?.gatheringId !== gatheringId) throw notFound();
  return item;
};

/** Needs the lock of every board: a card is either among those opened or is written after it, and then open at once. */
export const openCards: OpenCards = async (tx, item) => {
  if (!item.openedAt) tx.update(ProgrammeItem, { ...item, openedAt: tx.now });
  const cards = await tx.find(Contribution, { itemId: item.id, silent: true });
  for (const card of cards)
    tx.update(Contribution, { ...card, silent: false, openedAt: tx.now, revision: card.revision + 1 });
};

const open = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  itemId: string,
): Promise<Outcome<WritingOpened, never>> => {
  await openCards(tx, await itemToOpen(tx, actor, gatheringId, itemId));
  return done({ gatheringId, itemId });
};

/** Opens the silent writing of an item on all boards at once, whatever is on now. */
export const openWriting = (
  commit: Commit,
  actor: Actor,
  gatheringId: string,
  input: OpenWriting,
): Promise<Committed<WritingOpened, never>> =>
  commit({
    streams: [gatheringId],
    wholeScope: true,
    command: "item.openWriting",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => open(tx, actor, gatheringId, input.itemId),
  });
