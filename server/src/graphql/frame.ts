import type { Socket } from "node:net";
import type { WebSocket } from "ws";

const OPEN: WebSocket["OPEN"] = 1;
/** Text, unmasked, in one piece: RFC 6455, section 5.2. */
const TEXT = 0x81;
const TAIL = Buffer.from("}");

const headerOf = (length: number): Buffer => {
  if (length < 126) return Buffer.from([TEXT, length]);
  if (length < 65_536) return Buffer.from([TEXT, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header.writeUInt8(TEXT, 0);
  header.writeUInt8(127, 1);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
};

/** An operation's id as it stands in a message, between the quotes. */
export interface OperationId {
  readonly json: string;
  readonly bytes: number;
  /** Of the characters that client libraries make ids of: as many bytes as characters, and none of them escaped. */
  readonly isPlain: boolean;
}

export const operationIdOf = (id: string): OperationId => {
  if (/^[\w-]*$/.test(id)) return { json: id, bytes: id.length, isPlain: true };
  const json = JSON.stringify(id).slice(1, -1);
  return { json, bytes: Buffer.byteLength(json), isPlain: false };
};

const BEFORE_ID = Buffer.from(`{"id":"`);
const AFTER_ID = Buffer.from(`","type":"next","payload":`);

/** A frame whose id is written anew for each subscriber, in the same bytes for as long as nobody else holds on to them. */
class Template {
  private isHeld = false;

  private constructor(
    private id: OperationId,
    private frame: Buffer,
    private readonly idAt: number,
  ) {}

  static of(id: OperationId, payload: Buffer): Template {
    const body = Buffer.concat([BEFORE_ID, Buffer.from(id.json), AFTER_ID, payload, TAIL]);
    const header = headerOf(body.length);
    return new Template(id, Buffer.concat([header, body]), header.length + BEFORE_ID.length);
  }

  /** Whether this template, with another id written into it, is the frame of that id. */
  fits(id: OperationId): boolean {
    return this.id.json === id.json || (this.id.isPlain && id.isPlain);
  }

  /** To be written at once; see `hold`. */
  frameFor(id: OperationId): Buffer {
    if (this.id.json === id.json) return this.frame;
    if (this.isHeld) this.frame = Buffer.from(this.frame);
    this.isHeld = false;
    this.frame.write(id.json, this.idAt, "latin1");
    this.id = id;
    return this.frame;
  }

  /** The kernel has not taken all of it: these bytes are to stay as they are. */
  hold(): void {
    this.isHeld = true;
  }
}

type Stream = Socket & { readonly _handle?: { readonly writeQueueSize?: number } | null };

const streamOf = (socket: WebSocket): Stream | undefined =>
  (socket as unknown as { readonly _socket?: Stream })._socket;

/**
 * What is said to a socket in one turn leaves as one write to the kernel: an answer, and that there is no more of it.
 */
export const inOneWrite = (socket: WebSocket): void => {
  const stream = streamOf(socket);
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  // Comes when all that follows from what is under way has been done.
  process.nextTick(() => stream.uncork());
};

/** What the kernel has still to take of what is being written, byte by byte; 0 where that cannot be told. */
export const leftToTake = (socket: WebSocket): number => streamOf(socket)?._handle?.writeQueueSize ?? 0;

/** Calls back once, when the kernel has taken everything; never where the socket is gone before. */
export const whenDrained = (socket: WebSocket, then: () => void): void =>
  void streamOf(socket)?.once("drain", then);

/** The `next` message of one result, as WebSocket frames that differ only in the operation's id. */
export class NextFrames {
  /** By the length of the id, which stands in the frame's header. */
  private readonly templates = new Map<number, Template>();
  private readonly payload: Buffer;

  /** @param payload an execution result as JSON. */
  constructor(payload: string) {
    this.payload = Buffer.from(payload);
  }

  /**
   * Writes below `ws`, which would make and queue a frame of its own. Safe only because messages are never compressed or
   * fragmented here, so that nothing of `ws`'s own can be half-way out, and because a plain socket hands what it can to
   * the kernel before `write` returns. Answers how many bytes the kernel has not taken yet.
   */
  send(socket: WebSocket, id: OperationId): number {
    const stream = streamOf(socket);
    if (socket.readyState !== OPEN || !stream) return 0;
    const template = this.templateFor(id);
    stream.write(template.frameFor(id));
    const unsent = stream.writableLength;
    if (unsent > 0) template.hold();
    return unsent;
  }

  private templateFor(id: OperationId): Template {
    const known = this.templates.get(id.bytes);
    if (known?.fits(id)) return known;
    const template = Template.of(id, this.payload);
    this.templates.set(id.bytes, template);
    return template;
  }
}
