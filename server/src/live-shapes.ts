import type { LiveShape } from "./live/live-table.js";

/** Every stored shape that commands write. A module adds its own here. */
export const liveShapes: readonly LiveShape<never>[] = [];
