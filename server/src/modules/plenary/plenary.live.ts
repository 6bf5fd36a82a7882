import { liveShape } from "../../live/live-table.js";
import { PlenaryIdea } from "./plenary-idea.entity.js";

/** What is sent to the plenary is the gathering's, and lies in its stream. */
export const plenaryShapes = [
  liveShape<PlenaryIdea>({
    entity: PlenaryIdea,
    stream: (idea) => idea.gatheringId,
    refs: (idea) => [["plenaryIdea", idea.id]],
  }),
] as const;
