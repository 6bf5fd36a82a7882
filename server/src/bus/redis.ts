import { Redis } from "ioredis";
import { isHint, type Bus, type Hint } from "./bus.js";

const CHANNEL = "ordskifte:hint";
const LONGEST_PAUSE_MS = 2_000;

const read = (message: string): Hint | null => {
  try {
    const value: unknown = JSON.parse(message);
    return isHint(value) ? value : null;
  } catch {
    return null;
  }
};

/** Hints are worth nothing later: what cannot be sent now is dropped. The connection is made again for as long as it takes. */
const connect = (url: string): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * times, LONGEST_PAUSE_MS),
  });
  return redis.on("error", () => undefined);
};

/** Waits for the first attempt only: where Redis is away at the start, hints come once it is there. */
const begin = (redis: Redis): Promise<void> => redis.connect().catch(() => undefined);

/** Publish and subscribe over two connections, as Redis wants it. */
export const createRedisBus = async (url: string): Promise<Bus> => {
  const listeners = new Set<(hint: Hint) => void>();
  const [speaker, ear] = [connect(url), connect(url)];
  ear.on("message", (_channel: string, message: string) => {
    const hint = read(message);
    if (hint) for (const listener of listeners) listener(hint);
  });
  ear.on("ready", () => void ear.subscribe(CHANNEL).catch(() => undefined));
  await Promise.all([begin(speaker), begin(ear)]);
  await ear.subscribe(CHANNEL).catch(() => undefined);
  return {
    publish: ({ streamId, epoch, head }) => {
      const message = JSON.stringify({ streamId, epoch, head });
      void speaker.publish(CHANNEL, message).catch(() => undefined);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      speaker.disconnect();
      ear.disconnect();
    },
  };
};
