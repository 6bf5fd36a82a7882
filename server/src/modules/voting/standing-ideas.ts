import type { Tx } from "../../live/tx.js";
import { ContributionKind } from "../../kernel/words.js";
import { Contribution, ContributionLink, LinkKind } from "../boards/index.js";

/** Whether an idea is open to all and lives on in no other: whether it can be voted for. */
export const isStanding = async (tx: Tx, card: Readonly<Contribution>): Promise<boolean> => {
  if (card.kind !== ContributionKind.IDEA || card.withdrawnAt || card.silent || card.hiddenReason !== null)
    return false;
  const { id: fromId, boardId } = card;
  return (await tx.find(ContributionLink, { boardId, fromId, kind: LinkKind.MERGED_INTO })).length === 0;
};

export const onlyStanding = async (
  tx: Tx,
  cards: readonly Readonly<Contribution>[],
): Promise<Readonly<Contribution>[]> => {
  const standing = await Promise.all(cards.map((card) => isStanding(tx, card)));
  return cards.filter((_, i) => standing[i]);
};
