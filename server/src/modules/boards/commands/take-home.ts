import { limits } from "@ordskifte/schema";
import { newId } from "../../../kernel/ids.js";
import { demand } from "../../../kernel/policy.js";
import { GatheringNotOpen, InputRejected } from "../../../kernel/refusals.js";
import { requiredText } from "../../../kernel/texts.js";
import { ContributionKind, GatheringState, type Language } from "../../../kernel/words.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused } from "../../../live/vocabulary.js";
import { mayTakeHome } from "../board.policy.js";
import { ContributionLink, LinkKind } from "../contribution-link.entity.js";
import { Contribution } from "../contribution.entity.js";
import { onCard, type CardInput } from "./card-command.js";
import { freshCard } from "./fresh-card.js";
import type { AtCard } from "./writing.js";

export type TakeHome = CardInput & { readonly body: string; readonly language?: Language | null | undefined };
type TakeHomeRefusal = InputRejected | GatheringNotOpen;

const takes = new Set([GatheringState.LIVE, GatheringState.FOLLOW_UP]);

const newTakeaway = (tx: Tx, at: AtCard, input: TakeHome, body: string): Contribution =>
  freshCard(tx, at, input, {
    kind: ContributionKind.TAKEAWAY,
    content: { kind: ContributionKind.TAKEAWAY, body },
    itemId: at.who.gathering.currentItemId,
    anonymous: false,
    silent: false,
  });

/**
 * A unit takes something home from any card of the gathering, seated there or not, also from a frozen board. It lies
 * beside the card it comes from, so that the trail is one board's.
 */
export const takeHome = onCard<TakeHome, TakeHomeRefusal>("contribution.takeHome", async (tx, at, input) => {
  demand(mayTakeHome, at.who, undefined);
  if (!takes.has(at.who.gathering.state)) return refused(new GatheringNotOpen(at.who.gathering.state));
  const body = requiredText("body", input.body, limits.contributionBody);
  if (body instanceof InputRejected) return refused(body);
  const takeaway = newTakeaway(tx, at, input, body);
  tx.insert(Contribution, takeaway);
  tx.insert(ContributionLink, {
    id: newId(),
    boardId: takeaway.boardId,
    fromId: takeaway.id,
    toId: at.card.id,
    kind: LinkKind.TAKEN_HOME_FROM,
  });
  return done({ boardId: takeaway.boardId, contributionId: takeaway.id });
});
