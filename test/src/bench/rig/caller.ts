import { randomUUID } from "node:crypto";
import { Wire } from "./wire.js";

const FOLLOWS = "s".charCodeAt(0);
/** Where the id begins: servers put it first, or behind the type. */
const ID_AT = `{"id":"`.length;
const LATE_ID_AT = `{"type":"next","id":"`.length;
const QUOTE = '"'.charCodeAt(0);
const NEXT = "n".charCodeAt(0);
const TYPE_AT = `{"type":"`.length;
/** Answers to what was asked, their ends and errors have an id, before anything that people wrote. */
const ANSWERED = /^\{(?:"type":"\w+",)?"id":"(q[^"]+)"/;

/** Whether it is the next result of something that is followed; looked at as few bytes as can be. */
const isFollowed = (text: Buffer): boolean =>
  text[ID_AT] === FOLLOWS ||
  (text[TYPE_AT] === NEXT && text[LATE_ID_AT - 1] === QUOTE && text[LATE_ID_AT] === FOLLOWS);

export interface Operation {
  /** The document's text; empty where it is asked for by its hash. */
  readonly query: string;
  readonly extensions?: object;
  readonly variables: object;
}

/** Somebody at a `graphql-transport-ws` socket. What they follow is not parsed here; answers to what they ask are. */
export class Caller {
  /** Frames of subscriptions that have come. */
  frames = 0;
  onFrame: (text: Buffer) => void = () => undefined;
  private readonly answers = new Map<string, (message: string) => void>();
  private acknowledged: () => void = () => undefined;

  private constructor(readonly wire: Wire) {
    wire.onText = (text) => this.take(text);
  }

  static async connect(port: number, token: string | null): Promise<Caller> {
    const caller = new Caller(await Wire.open(port));
    const acknowledged = new Promise<void>((resolve) => (caller.acknowledged = resolve));
    caller.wire.send(JSON.stringify({ type: "connection_init", payload: token === null ? {} : { token } }));
    await acknowledged;
    return caller;
  }

  /** Ids differ from caller to caller and look like those of graphql-ws's client. */
  follow(operation: Operation): void {
    this.wire.send(JSON.stringify({ id: `s${randomUUID()}`, type: "subscribe", payload: operation }));
  }

  /** Resolves with the execution result. */
  async ask(operation: Operation): Promise<unknown> {
    return (JSON.parse(await this.askForText(operation)) as { payload: unknown }).payload;
  }

  /** Resolves with the message that has the execution result, or says why there is none, as it came. */
  askForText(operation: Operation): Promise<string> {
    const id = `q${randomUUID()}`;
    this.wire.send(JSON.stringify({ id, type: "subscribe", payload: operation }));
    return new Promise((resolve) => this.answers.set(id, resolve));
  }

  private take(text: Buffer): void {
    if (!isFollowed(text)) return this.takeAnswer(text);
    this.frames += 1;
    this.onFrame(text);
  }

  private takeAnswer(text: Buffer): void {
    const message = text.toString();
    const [, id] = ANSWERED.exec(message) ?? [];
    if (id === undefined) return this.takeOther(JSON.parse(message) as { type: string });
    const answer = this.answers.get(id);
    this.answers.delete(id);
    answer?.(message);
  }

  private takeOther({ type }: { type: string }): void {
    if (type === "connection_ack") this.acknowledged();
    else if (type === "ping") this.wire.send('{"type":"pong"}');
  }
}

/** Many at once, some at a time, so that the handshakes do not pile up. */
export const inSteps = async <From, To>(
  all: readonly From[],
  step: number,
  work: (from: From, place: number) => Promise<To>,
): Promise<To[]> => {
  const done: To[] = [];
  for (let at = 0; at < all.length; at += step)
    done.push(...(await Promise.all(all.slice(at, at + step).map((from, i) => work(from, at + i)))));
  return done;
};
