import { allow, type Seeing } from "../../kernel/policy.js";

/** How somebody stands to a person who is to be erased. */
export interface Eraser extends Seeing {
  readonly isSelf: boolean;
  /** Of the network that the gathering or the membership belongs to. */
  readonly isOwner: boolean;
}

export const mayErase = allow("person.erase", (who: Eraser) => who.isSelf || who.isOwner);

/** A network that nobody owns could never be put right again: another owner comes first. */
export const mayLeaveNetwork = allow(
  "membership.erase",
  (who: Eraser, network: { readonly hasOtherOwner: boolean }) =>
    mayErase.allows(who) && network.hasOtherOwner,
);
