// The parts of the live layer that need no browser: simulated people keep their pictures with them.
export { Pause } from "./backoff.js";
export { makeCache } from "./cache.js";
export { Cell } from "./cell.js";
export { failureOf, isGone } from "./errors.js";
export { Feed } from "./feed.js";
export { boardSource, gatheringSource, pulseSource } from "./feeds.js";
export { Server } from "./server.js";
export { fetchBoard, fetchGathering, fetchPulse } from "./snapshots.js";
export { applyWritten } from "./written.js";
