export { Group } from "./group.entity.js";
export { Seat } from "./seat.entity.js";
export { groupShapes } from "./group.live.js";
export { groupPresenter, presentGroup } from "./group.presenter.js";
export { GroupGone, GroupPut, GroupType } from "./group.type.js";
export type { GroupBoards } from "./group-boards.js";
export { makeGroups, type MakeGroups } from "./commands/make-groups.js";
export { seatNewcomers } from "./newcomers.js";
