export { Gathering, Phase, PlenaryView, type GatheringClock, type Projection } from "./gathering.entity.js";
export { ProgrammeItem, Arena, ItemKind, Naming, Writing } from "./programme-item.entity.js";
export { Participant } from "./participant.entity.js";
export { ContributionKind, GatheringState } from "../../kernel/words.js";
