import { liveShape } from "../../live/live-table.js";
import { Gathering } from "./gathering.entity.js";
import { Participant } from "./participant.entity.js";
import { ProgrammeItem } from "./programme-item.entity.js";

/** The gathering, its programme and its people all lie in the gathering's stream. */
export const gatheringShapes = [
  liveShape<Gathering>({ entity: Gathering, stream: ({ id }) => id, refs: ({ id }) => [["gathering", id]] }),
  liveShape<ProgrammeItem>({
    entity: ProgrammeItem,
    stream: ({ gatheringId }) => gatheringId,
    refs: ({ id }) => [["programmeItem", id]],
  }),
  liveShape<Participant>({
    entity: Participant,
    stream: ({ gatheringId }) => gatheringId,
    refs: ({ id }) => [["participant", id]],
  }),
] as const;
