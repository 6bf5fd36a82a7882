import { allow } from "../../kernel/policy.js";
import type { Standing } from "../gatherings/index.js";

/** Somebody towards a board: `seated` where they have a place in its group. */
export interface Writer extends Standing {
  readonly seated: boolean;
}

interface Card {
  readonly participantId: string;
}

const isAuthor = (who: Standing, { participantId }: Card): boolean => who.participant?.id === participantId;

export const mayRead = allow("board.read", (who: Standing) => who.maySee);
export const mayPost = allow("contribution.post", (who: Standing) => who.participant !== null);
export const mayTakeHome = allow("contribution.takeHome", (who: Standing) => who.participant !== null);
export const mayEdit = allow("contribution.edit", (who: Standing, card: Card) => isAuthor(who, card));
export const mayWithdraw = allow("contribution.withdraw", (who: Standing, card: Card) => isAuthor(who, card));
export const mayHide = allow("contribution.hide", (who: Standing) => who.mayLead);
export const mayRestore = allow("contribution.restore", (who: Standing) => who.mayLead);
export const mayFreeze = allow("board.freeze", (who: Standing) => who.mayLead);
export const maySeePreparation = allow("gathering.preparation", (who: Standing) => who.mayLead);
export const mayOpenWriting = allow("item.openWriting", (who: Standing) => who.mayLead);
export const mayMerge = allow("idea.merge", (who: Writer) => who.mayLead || who.seated);
export const mayUnmerge = allow("idea.unmerge", (who: Writer) => who.mayLead || who.seated);

/** The author of the challenged card answers it, or somebody of the author's unit. */
export const mayAnswerAsAuthor = (who: Standing, challenged: Card & { readonly unitId: string }): boolean =>
  isAuthor(who, challenged) || who.participant?.unitId === challenged.unitId;
export const mayMarkAnswer = allow("answer.mark", mayAnswerAsAuthor);
