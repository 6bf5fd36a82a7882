import { InputRejected, type BoardFrozen, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { demand } from "../../../kernel/policy.js";
import { done, refused } from "../../../live/vocabulary.js";
import { mayEdit } from "../board.policy.js";
import { Contribution } from "../contribution.entity.js";
import { onCard, type CardInput } from "./card-command.js";
import { contentOf, type ContentInput } from "./content.js";
import { closedFor, tellGathering } from "./writing.js";

export type EditContribution = CardInput & ContentInput;
type EditRefusal = InputRejected | GatheringNotOpen | BoardFrozen;

/** The author changes the words of a card; its kind and what it was written to stay. */
export const editContribution = onCard<EditContribution, EditRefusal>(
  "contribution.edit",
  async (tx, at, input) => {
    const { card } = at;
    demand(mayEdit, at.who, card);
    const closed = closedFor(at);
    if (closed) return refused(closed);
    const fromAuthor = "fromAuthor" in card.content && card.content.fromAuthor;
    const content = contentOf(card.kind, input, fromAuthor);
    if (content instanceof InputRejected) return refused(content);
    const language = input.language ?? null;
    tx.update(Contribution, { ...card, content, language, editedAt: tx.now, revision: card.revision + 1 });
    tellGathering(tx, card);
    return done({ boardId: card.boardId, contributionId: card.id });
  },
);
