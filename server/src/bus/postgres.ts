import { Client } from "pg";
import { isHint, type Bus, type Hint } from "./bus.js";

const CHANNEL = "ordskifte_hint";
/** Hints are gathered this long and sent as one notice: NOTIFY takes a lock that all commits of the server share. */
const GATHER_MS = 20;
const LARGEST_NOTICE = 7_000;
const RECONNECT_MS = 500;

type Packed = readonly [streamId: string, epoch: number, head: number];

const pack = (hints: Iterable<Hint>): string[] => {
  const notices: string[] = [];
  let current: Packed[] = [];
  for (const hint of hints) {
    current.push([hint.streamId, hint.epoch, hint.head]);
    if (current.length * 64 < LARGEST_NOTICE) continue;
    notices.push(JSON.stringify(current));
    current = [];
  }
  return current.length ? [...notices, JSON.stringify(current)] : notices;
};

const unpack = (payload: string | undefined): Hint[] => {
  try {
    const packed = JSON.parse(payload ?? "[]") as Packed[];
    return packed.map(([streamId, epoch, head]) => ({ streamId, epoch, head })).filter(isHint);
  } catch {
    return [];
  }
};

/** LISTEN/NOTIFY over one connection of its own, which it opens again for as long as it takes. */
export const createPostgresBus = async (url: string): Promise<Bus> => {
  const listeners = new Set<(hint: Hint) => void>();
  const waiting = new Map<string, Hint>();
  let client: Client | null = null;
  let isListening = false;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const hear = (payload: string | undefined): void => {
    for (const hint of unpack(payload)) for (const listener of listeners) listener(hint);
  };

  const lose = (lost: Client): void => {
    lost.removeAllListeners("notification");
    if (client !== lost) return;
    client = null;
    isListening = false;
    if (!closed) setTimeout(() => void connect(), RECONNECT_MS).unref();
  };

  const connect = async (): Promise<void> => {
    if (closed) return;
    const next = new Client({ connectionString: url, application_name: "ordskifte-bus", keepAlive: true });
    client = next;
    next.on("error", () => lose(next));
    next.on("end", () => lose(next));
    next.on("notification", (message) => hear(message.payload));
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      isListening = client === next;
    } catch {
      lose(next);
    }
  };

  const send = async (notices: readonly string[]): Promise<void> => {
    if (!isListening || notices.length === 0) return;
    await client?.query("SELECT pg_notify($1, notice) FROM unnest($2::text[]) AS notice", [CHANNEL, notices]);
  };

  const flushSoon = (): void => {
    timer ??= closed ? null : setTimeout(() => void flush(), GATHER_MS);
  };

  /** One question at a time; hints that come meanwhile go with the next. What cannot be sent is lost. */
  const flush = async (): Promise<void> => {
    const notices = pack(waiting.values());
    waiting.clear();
    await send(notices).catch(() => undefined);
    timer = null;
    if (waiting.size > 0) flushSoon();
  };

  await connect();
  return {
    publish: (hint) => {
      const before = waiting.get(hint.streamId);
      if (!before || before.epoch !== hint.epoch || before.head < hint.head) waiting.set(hint.streamId, hint);
      flushSoon();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      listeners.clear();
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
};
