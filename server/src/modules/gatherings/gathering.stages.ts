import { stages } from "../../kernel/stages.js";
import { GatheringState } from "../../kernel/words.js";

const { DRAFT, PREPARING, LIVE, FOLLOW_UP, ARCHIVED } = GatheringState;

/** A gathering may be taken back one step as long as nothing is lost by it; what is archived stays so. */
export const gatheringStages = stages<GatheringState>({
  [DRAFT]: [PREPARING],
  [PREPARING]: [LIVE, DRAFT],
  [LIVE]: [FOLLOW_UP],
  [FOLLOW_UP]: [ARCHIVED, LIVE],
  [ARCHIVED]: [],
});
