export { Gathering, GatheringState, Phase, PlenaryView, type GatheringClock, type Projection } from "./gathering.entity.js";
export { ProgrammeItem, Arena, ContributionKind, ItemKind, Naming, Writing } from "./programme-item.entity.js";
export { Participant } from "./participant.entity.js";
