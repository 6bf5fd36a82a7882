import type { NetworkRole } from "@ordskifte/schema";

export const ROLES: readonly NetworkRole[] = ["MEMBER", "LEADER", "OWNER"];

export function leads(role: NetworkRole): boolean {
  return role !== "MEMBER";
}

/** The roles that somebody may give to others. Nobody makes a role above their own, and leaders make members only. */
export function rolesGivenBy(role: NetworkRole): readonly NetworkRole[] {
  if (role === "OWNER") return ROLES;
  return role === "LEADER" ? ["MEMBER"] : [];
}
