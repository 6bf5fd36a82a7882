import type { GatheringView } from "../../../live/index.js";

export type PlenaryIdea = GatheringView["plenaryIdeas"][number];
