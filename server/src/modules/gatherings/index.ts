export { Gathering, Phase, PlenaryView, type GatheringClock, type Projection } from "./gathering.entity.js";
export { ProgrammeItem, Arena, ItemKind, Naming, VotePer, Writing } from "./programme-item.entity.js";
export { usualSettings } from "./commands/item-fields.js";
export { untouched } from "./stage-setting.js";
export { Participant } from "./participant.entity.js";
export { Profession } from "./profession.js";
export { PARTICIPANT_COLUMNS, type ParticipantFact } from "./gathering.facts.js";
export { ParticipantType, presentFact, presentParticipant } from "./participant.type.js";
export { standingTo } from "./shown-gathering.js";
export { standingIn, seenBy, viewerOf, type Standing } from "./standing.js";
export { GatheringType } from "./gathering.type.js";
export { ProgrammeItemType } from "./programme-item.type.js";
export {
  GatheringPut,
  ParticipantGone,
  ParticipantPut,
  ProgrammeItemGone,
  ProgrammeItemPut,
  UnitPut,
} from "./gathering-change.type.js";
export {
  gatheringPresenter,
  participantExclusion,
  participantPresenter,
  programmeItemPresenter,
  unitPresenter,
} from "./gathering.presenter.js";
export { GatheringResult, GatheringWritten, type GatheringRefusal } from "./gathering-written.type.js";
export { answerGathering, onGathering, type GatheringAnswer } from "./gathering-answer.js";
export { GatheringInput, SetPhaseInput } from "./gathering.inputs.js";
export { ItemInput } from "./programme.inputs.js";
export { gatheringOfItem, gatheringOfParticipant } from "./place.js";
export { gatheringShapes } from "./gathering.live.js";
export { gatheringResolvers } from "./resolvers.js";
export { beginPhase, endsSilence, setPhase, type OpenCards } from "./commands/set-phase.js";
export { dismiss } from "./commands/attend.js";
export { join } from "./commands/join.js";
export { streamsOfBoards } from "./entrance.js";
