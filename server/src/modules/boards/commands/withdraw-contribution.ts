import type { GatheringNotOpen } from "../../../kernel/refusals.js";
import { demand } from "../../../kernel/policy.js";
import { done } from "../../../live/vocabulary.js";
import { mayWithdraw } from "../board.policy.js";
import { Contribution } from "../contribution.entity.js";
import { onCard, type CardInput } from "./card-command.js";
import { withoutWords } from "./content.js";
import { tellGathering } from "./writing.js";

/** The author takes a card away, for good and at any time: its words are gone from the database too. */
export const withdrawContribution = onCard<CardInput, GatheringNotOpen>(
  "contribution.withdraw",
  async (tx, { card, who }) => {
    demand(mayWithdraw, who, card);
    tx.update(Contribution, {
      ...card,
      content: withoutWords(card.content),
      hiddenReason: null,
      withdrawnAt: tx.now,
      revision: card.revision + 1,
    });
    tellGathering(tx, card);
    return done({ boardId: card.boardId, contributionId: card.id });
  },
);
