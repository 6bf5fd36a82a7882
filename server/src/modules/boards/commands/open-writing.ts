import { demand } from "../../../kernel/policy.js";
import { notFound } from "../../../kernel/errors.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, type Outcome } from "../../../live/vocabulary.js";
import { ProgrammeItem, standingIn } from "../../gatherings/index.js";
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

const openCards = async (tx: Tx, itemId: string): Promise<void> => {
  const cards = await tx.find(Contribution, { itemId, silent: true });
  for (const card of cards) tx.update(Contribution, { ...card, silent: false, revision: card.revision + 1 });
};

const open = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  itemId: string,
): Promise<Outcome<WritingOpened, never>> => {
  demand(mayOpenWriting, await standingIn(tx, actor, gatheringId), undefined);
  const item = await tx.get(ProgrammeItem, itemId);
  if (item?.gatheringId !== gatheringId) throw notFound();
  if (!item.openedAt) tx.update(ProgrammeItem, { ...item, openedAt: tx.now });
  await openCards(tx, itemId);
  return done({ gatheringId, itemId });
};

/**
 * Opens the silent writing of an item on all boards at once. With every board of the gathering locked, a card is
 * either among those opened or is written after the opening, and then open from the beginning.
 */
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
