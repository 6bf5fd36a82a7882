export { Gathering, Phase, PlenaryView, type GatheringClock, type Projection } from "./gathering.entity.js";
export { ProgrammeItem, Arena, ItemKind, Naming, Writing } from "./programme-item.entity.js";
export { Participant } from "./participant.entity.js";
export { ParticipantType, presentParticipant } from "./participant.type.js";
export { standingIn, seenBy, viewerOf, type Standing } from "./standing.js";
export { gatheringShapes } from "./gathering.live.js";
