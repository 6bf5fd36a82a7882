import { EventEmitter } from "node:events";
import type { Bus, Hint } from "./bus.js";

/** For one node, and for several in one process where `hub` is shared. */
export const createMemoryBus = (hub: EventEmitter = new EventEmitter()): Bus => {
  hub.setMaxListeners(0);
  const own = new Set<(hint: Hint) => void>();
  return {
    publish: (hint) => void setImmediate(() => hub.emit("hint", hint)),
    subscribe: (listener) => {
      own.add(listener);
      hub.on("hint", listener);
      return () => {
        own.delete(listener);
        hub.off("hint", listener);
      };
    },
    close: async () => {
      for (const listener of own) hub.off("hint", listener);
    },
  };
};
