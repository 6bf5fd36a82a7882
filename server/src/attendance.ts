import type { AttendanceHook } from "./modules/context.js";

/** Who else acts when people come and go, in order. */
export const attendance: readonly AttendanceHook[] = [];
