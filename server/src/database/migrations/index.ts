import { First1763780000000 } from "./1763780000000-first.js";

/** In the order they are applied. Append only. */
export const migrations = [First1763780000000];
