import { forbidden } from "../../../kernel/errors.js";
import { demand } from "../../../kernel/policy.js";
import { InputRejected, type BoardFrozen, type GatheringNotOpen } from "../../../kernel/refusals.js";
import { InputProblem } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused } from "../../../live/vocabulary.js";
import { mayMarkAnswer } from "../board.policy.js";
import { ContributionLink, LinkKind } from "../contribution-link.entity.js";
import { Contribution } from "../contribution.entity.js";
import { onCard, type CardInput } from "./card-command.js";
import { closedFor } from "./writing.js";

export type MarkAnswer = CardInput & { readonly fromAuthor: boolean };
type MarkRefusal = InputRejected | GatheringNotOpen | BoardFrozen;

/** The card that an answer's challenge was written to. */
const challengedBy = async (tx: Tx, answer: Readonly<Contribution>): Promise<Readonly<Contribution>> => {
  const [toChallenge] = await tx.find(ContributionLink, { fromId: answer.id, kind: LinkKind.ANSWERS });
  const [toCard] = toChallenge
    ? await tx.find(ContributionLink, { fromId: toChallenge.toId, kind: LinkKind.CHALLENGES })
    : [];
  const card = toCard && (await tx.get(Contribution, toCard.toId));
  if (!card) throw forbidden();
  return card;
};

/** The author of what was challenged, or somebody of their unit, says whether an answer is theirs. */
export const markAnswer = onCard<MarkAnswer, MarkRefusal>("answer.mark", async (tx, at, input) => {
  const { card, who } = at;
  if (!("fromAuthor" in card.content))
    return refused(new InputRejected("contributionId", InputProblem.NOT_ALLOWED));
  demand(mayMarkAnswer, who, await challengedBy(tx, card));
  const closed = closedFor(at);
  if (closed) return refused(closed);
  tx.update(Contribution, {
    ...card,
    content: { ...card.content, fromAuthor: input.fromAuthor },
    revision: card.revision + 1,
  });
  return done({ boardId: card.boardId, contributionId: card.id });
});
