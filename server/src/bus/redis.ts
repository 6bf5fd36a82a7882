import { Redis } from "ioredis";
import { isHint, isNotice, isTooLong, type Bus, type Hint, type Notice } from "./bus.js";

const HINTS = "ordskifte:hint";
const NOTICES = "ordskifte:notice";
const LONGEST_PAUSE_MS = 2_000;

const read = (message: string): unknown => {
  try {
    return JSON.parse(message);
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
  const onHint = new Set<(hint: Hint) => void>();
  const onNotice = new Set<(notice: Notice) => void>();
  const [speaker, ear] = [connect(url), connect(url)];
  const say = (channel: string, what: object): void =>
    void speaker.publish(channel, JSON.stringify(what)).catch(() => undefined);
  const listen = (): Promise<unknown> => ear.subscribe(HINTS, NOTICES).catch(() => undefined);
  ear.on("message", (channel: string, message: string) => {
    const said = read(message);
    if (channel === HINTS && isHint(said)) for (const hears of onHint) hears(said);
    if (channel === NOTICES && isNotice(said)) for (const hears of onNotice) hears(said);
  });
  ear.on("ready", () => void listen());
  await Promise.all([begin(speaker), begin(ear)]);
  await listen();
  return {
    publish: ({ streamId, epoch, head }) => say(HINTS, { streamId, epoch, head }),
    subscribe: (listener) => {
      onHint.add(listener);
      return () => void onHint.delete(listener);
    },
    announce: (notice) => {
      if (!isTooLong(notice)) say(NOTICES, { topic: notice.topic, text: notice.text });
    },
    onNotice: (listener) => {
      onNotice.add(listener);
      return () => void onNotice.delete(listener);
    },
    close: async () => {
      onHint.clear();
      onNotice.clear();
      speaker.disconnect();
      ear.disconnect();
    },
  };
};
