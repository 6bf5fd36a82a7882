import { groupBoards } from "./modules/boards/index.js";
import type { AttendanceHook } from "./modules/context.js";
import { seatNewcomers } from "./modules/groups/index.js";
import { keepSigns } from "./modules/signs/index.js";
import { countVoters } from "./modules/voting/index.js";

/** Who else acts when people come and go, in order. */
export const attendance: readonly AttendanceHook[] = [seatNewcomers(groupBoards), keepSigns, countVoters];
