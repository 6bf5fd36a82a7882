import type { Client } from "pg";
import { newId } from "../kernel/ids.js";
import { PatientClient, patiently } from "../database/pool.js";
import { isHint, isNotice, isTooLong, type Bus, type Hint, type Notice } from "./bus.js";
import { Company } from "./company.js";

const HINTS = "ordskifte_hint";
const NOTICES = "ordskifte_notice";
/** Nodes say that they listen, so that each knows whether it is alone. */
const HERE = "ordskifte_here";
/** Hints are gathered this long and sent as one message: NOTIFY takes a lock that all commits of the server share. */
const GATHER_MS = 20;
const LARGEST_MESSAGE = 7_000;
const RECONNECT_MS = 500;
const HERE_EVERY_MS = 5_000;

/** As few messages as hold all of them, each a JSON array of tuples. */
const pack = (tuples: readonly (readonly unknown[])[]): string[] => {
  const messages: string[] = [];
  let current = "";
  for (const tuple of tuples.map((one) => JSON.stringify(one))) {
    if (current && Buffer.byteLength(current) + Buffer.byteLength(tuple) > LARGEST_MESSAGE) {
      messages.push(`[${current}]`);
      current = "";
    }
    current = current ? `${current},${tuple}` : tuple;
  }
  return current ? [...messages, `[${current}]`] : messages;
};

const unpack = (payload: string | undefined): unknown[][] => {
  try {
    const tuples: unknown = JSON.parse(payload ?? "[]");
    return Array.isArray(tuples) ? tuples.filter((tuple) => Array.isArray(tuple)) : [];
  } catch {
    return [];
  }
};

const hintsIn = (payload: string | undefined): Hint[] =>
  unpack(payload)
    .map(([streamId, epoch, head]) => ({ streamId, epoch, head }))
    .filter(isHint);

const noticesIn = (payload: string | undefined): Notice[] =>
  unpack(payload)
    .map(([topic, text]) => ({ topic, text }))
    .filter(isNotice);

/** What waits to be sent: of each stream the newest hint, and every notice. */
class Outgoing {
  private hints = new Map<string, Hint>();
  private notices: Notice[] = [];

  addHint(hint: Hint): void {
    const before = this.hints.get(hint.streamId);
    if (!before || before.epoch !== hint.epoch || before.head < hint.head)
      this.hints.set(hint.streamId, hint);
  }

  addNotice(notice: Notice): void {
    this.notices.push(notice);
  }

  get isEmpty(): boolean {
    return this.hints.size === 0 && this.notices.length === 0;
  }

  /** Channel and message, for each message; nothing waits any more. */
  take(): (readonly [channel: string, message: string])[] {
    const hints = pack([...this.hints.values()].map(({ streamId, epoch, head }) => [streamId, epoch, head]));
    const notices = pack(this.notices.map(({ topic, text }) => [topic, text]));
    this.hints = new Map();
    this.notices = [];
    return [
      ...hints.map((message) => [HINTS, message] as const),
      ...notices.map((message) => [NOTICES, message] as const),
    ];
  }
}

export interface PostgresBusOptions {
  /** How often a node says that it listens. Milliseconds. */
  readonly hereEvery?: number;
}

/** LISTEN/NOTIFY over one connection of its own, which it opens again for as long as it takes. */
export const createPostgresBus = async (
  url: string,
  { hereEvery = HERE_EVERY_MS }: PostgresBusOptions = {},
): Promise<Bus> => {
  const onHint = new Set<(hint: Hint) => void>();
  const onNotice = new Set<(notice: Notice) => void>();
  const waiting = new Outgoing();
  const company = new Company(hereEvery);
  let client: Client | null = null;
  let isListening = false;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const self = newId();

  const hear = (channel: string, payload: string | undefined): void => {
    if (channel === HINTS) for (const hint of hintsIn(payload)) for (const hears of onHint) hears(hint);
    else for (const notice of noticesIn(payload)) for (const hears of onNotice) hears(notice);
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
    const next = new PatientClient({
      connectionString: url,
      application_name: "ordskifte-bus",
      ...patiently(),
    });
    client = next;
    next.on("error", () => lose(next));
    next.on("end", () => lose(next));
    next.on("notification", ({ channel, payload }) => {
      if (channel !== HERE) hear(channel, payload);
      else if (payload !== self) company.hear();
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${HINTS}; LISTEN ${NOTICES}; LISTEN ${HERE}`);
      isListening = client === next;
      company.hear();
      await sayHere();
    } catch {
      lose(next);
    }
  };

  const sayHere = async (): Promise<void> => {
    if (isListening) await client?.query("SELECT pg_notify($1, $2)", [HERE, self]);
  };

  /** BUS6: a node that is alone tells itself, and leaves the database in peace. */
  const send = async (messages: readonly (readonly [string, string])[]): Promise<void> => {
    if (!isListening || messages.length === 0) return;
    if (company.isAlone) return messages.forEach(([channel, message]) => hear(channel, message));
    await client?.query("SELECT pg_notify(c, m) FROM unnest($1::text[], $2::text[]) AS said(c, m)", [
      messages.map(([channel]) => channel),
      messages.map(([, message]) => message),
    ]);
  };

  const flushSoon = (): void => {
    timer ??= closed ? null : setTimeout(() => void flush(), GATHER_MS);
  };

  /** One question at a time; what comes meanwhile goes with the next. What cannot be sent is lost. */
  const flush = async (): Promise<void> => {
    await send(waiting.take()).catch(() => undefined);
    timer = null;
    if (!waiting.isEmpty) flushSoon();
  };

  await connect();
  const heartbeat = setInterval(() => void sayHere().catch(() => undefined), hereEvery).unref();
  return {
    publish: (hint) => {
      waiting.addHint(hint);
      flushSoon();
    },
    subscribe: (listener) => {
      onHint.add(listener);
      return () => void onHint.delete(listener);
    },
    announce: (notice) => {
      if (isTooLong(notice)) return;
      waiting.addNotice(notice);
      flushSoon();
    },
    onNotice: (listener) => {
      onNotice.add(listener);
      return () => void onNotice.delete(listener);
    },
    close: async () => {
      closed = true;
      clearInterval(heartbeat);
      if (timer) clearTimeout(timer);
      onHint.clear();
      onNotice.clear();
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
};
