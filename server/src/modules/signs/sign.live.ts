import { liveShape } from "../../live/live-table.js";
import { Sign } from "./sign.entity.js";
import { Turn } from "./turn.entity.js";

/** Signs and turns lie in their gathering's stream; a sign is also told of as one more, or one fewer, of all. */
export const signShapes = [
  liveShape<Sign>({
    entity: Sign,
    stream: (sign) => sign.gatheringId,
    refs: (sign) => [
      ["sign", sign.id],
      ["signCount", sign.gatheringId],
    ],
  }),
  liveShape<Turn>({
    entity: Turn,
    stream: (turn) => turn.gatheringId,
    refs: (turn) => [["turn", turn.id]],
  }),
] as const;
