import { allow } from "../../kernel/policy.js";
import type { Standing } from "../gatherings/index.js";

export const maySign = allow("sign.set", (who: Standing) => who.participant !== null);
/** The group sees to its turns by itself; those who lead may help. */
export const mayPassTurn = allow(
  "turn.pass",
  (who: Standing, { seated }: { readonly seated: boolean }) => seated || who.mayLead,
);
