import { allow } from "../../kernel/policy.js";
import type { Standing } from "../gatherings/index.js";

export const mayMakeGroups = allow("groups.make", (who: Standing) => who.mayLead);
export const mayWishForGroups = allow("groups.wish", (who: Standing) => who.mayLead);
export const maySeat = allow("groups.seat", (who: Standing) => who.mayLead);
