import { allow } from "../../kernel/policy.js";
import type { Standing } from "../gatherings/index.js";

export const mayOpenRound = allow("round.open", (who: Standing) => who.mayLead);
export const mayCloseRound = allow("round.close", (who: Standing) => who.mayLead);
export const mayRevealRound = allow("round.reveal", (who: Standing) => who.mayLead);
export const mayVote = allow("ballot.cast", (who: Standing) => who.participant !== null);
