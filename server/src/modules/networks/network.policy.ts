import { allow } from "../../kernel/policy.js";
import { NetworkRole } from "./membership.entity.js";
import { leads, type NetworkStanding } from "./standing.js";

const isOwner = ({ membership }: NetworkStanding): boolean => membership?.role === NetworkRole.OWNER;
const isLeader = ({ membership }: NetworkStanding): boolean => leads(membership?.role);

interface Role {
  readonly role: NetworkRole;
}

/** A leader speaks for plain members only: nobody makes their way to a role above their own. */
const isOver = (who: NetworkStanding, { role }: Role): boolean =>
  isOwner(who) || (isLeader(who) && role === NetworkRole.MEMBER);

export const mayAddUnit = allow("unit.add", (who: NetworkStanding) => isLeader(who));
export const maySetUnitKind = allow("unit.setKind", (who: NetworkStanding) => isLeader(who));
export const mayCreateGathering = allow("gathering.create", (who: NetworkStanding) => isLeader(who));
export const mayAddMember = allow("member.add", (who: NetworkStanding, added: Role) => isOver(who, added));
export const mayCreateSignInLink = allow(
  "signInLink.create",
  (who: NetworkStanding, whose: Role & { readonly id: string }) =>
    isOver(who, whose) || (isLeader(who) && who.membership?.id === whose.id),
);
