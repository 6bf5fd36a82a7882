import { limits } from "@ordskifte/schema";
import { InputRejected } from "../../../kernel/refusals.js";
import { demand } from "../../../kernel/policy.js";
import { requiredText } from "../../../kernel/texts.js";
import { done, refused } from "../../../live/vocabulary.js";
import { mayHide, mayRestore } from "../board.policy.js";
import { Contribution } from "../contribution.entity.js";
import { onCard, type CardInput } from "./card-command.js";
import { tellGathering } from "./writing.js";

export type HideContribution = CardInput & { readonly reason: string };

/** A leader hides a card from everybody but its author, who reads why. */
export const hideContribution = onCard<HideContribution, InputRejected>(
  "contribution.hide",
  async (tx, { card, who }, input) => {
    demand(mayHide, who, undefined);
    const reason = requiredText("reason", input.reason, limits.hideReason);
    if (reason instanceof InputRejected) return refused(reason);
    tx.update(Contribution, { ...card, hiddenReason: reason, revision: card.revision + 1 });
    tellGathering(tx, card);
    return done({ boardId: card.boardId, contributionId: card.id });
  },
);

/** Hidden no longer. A card that is not hidden stays as it is. */
export const restoreContribution = onCard<CardInput, never>(
  "contribution.restore",
  async (tx, { card, who }) => {
    demand(mayRestore, who, undefined);
    if (card.hiddenReason !== null) {
      tx.update(Contribution, { ...card, hiddenReason: null, revision: card.revision + 1 });
      tellGathering(tx, card);
    }
    return done({ boardId: card.boardId, contributionId: card.id });
  },
);
