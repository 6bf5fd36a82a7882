import { liveShape } from "../../live/live-table.js";
import { Group } from "./group.entity.js";
import { FormerSeat } from "./former-seat.entity.js";
import { GroupWish } from "./group-wish.entity.js";
import { Seat } from "./seat.entity.js";

/** Groups lie in their gathering's stream; a seat is told of as a change of its group, and of how many there are ready. */
export const groupShapes = [
  liveShape<Group>({
    entity: Group,
    stream: (group) => group.gatheringId,
    refs: (group) => [["group", group.id]],
  }),
  liveShape<Seat>({
    entity: Seat,
    stream: (seat) => seat.gatheringId,
    refs: (seat) => [
      ["group", seat.groupId],
      ["groupReady", seat.groupId],
    ],
  }),
  liveShape<FormerSeat>({
    entity: FormerSeat,
    stream: (seat) => seat.gatheringId,
    refs: (seat) => [["group", seat.groupId]],
  }),
  liveShape<GroupWish>({ entity: GroupWish, stream: (wish) => wish.gatheringId, refs: () => [] }),
] as const;
