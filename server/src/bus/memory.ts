import { EventEmitter } from "node:events";
import { isTooLong, type Bus } from "./bus.js";

/** For one node, and for several in one process where `hub` is shared. */
export const createMemoryBus = (hub: EventEmitter = new EventEmitter()): Bus => {
  hub.setMaxListeners(0);
  const stops = new Set<() => void>();
  const listen = <Said>(event: string, listener: (said: Said) => void): (() => void) => {
    const stop = (): void => {
      stops.delete(stop);
      hub.off(event, listener);
    };
    hub.on(event, listener);
    stops.add(stop);
    return stop;
  };
  return {
    publish: (hint) => void setImmediate(() => hub.emit("hint", hint)),
    subscribe: (listener) => listen("hint", listener),
    announce: (notice) => void (isTooLong(notice) || setImmediate(() => hub.emit("notice", notice))),
    onNotice: (listener) => listen("notice", listener),
    close: async () => {
      for (const stop of stops) stop();
    },
  };
};
