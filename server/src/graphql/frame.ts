import type { Socket } from "node:net";
import type { WebSocket } from "ws";

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

interface Template {
  readonly id: string;
  readonly frame: Buffer;
  readonly idAt: number;
}

/**
 * The `next` message of one result, as WebSocket frames that differ only in the operation's id: made once for each
 * length of id, and shared as it is by all who use the same id.
 */
export class NextFrames {
  private readonly templates = new Map<number, Template>();
  private readonly payload: Buffer;

  /** @param payload an execution result as JSON. */
  constructor(payload: string) {
    this.payload = Buffer.from(payload);
  }

  frameFor(id: string): Buffer {
    const template = this.templateFor(id);
    if (template.id === id) return template.frame;
    const frame = Buffer.from(template.frame);
    frame.write(id, template.idAt);
    return frame;
  }

  private templateFor(id: string): Template {
    // Ids come as JSON strings inside the quotes; those with anything but plain characters have a template of their own.
    const inside = JSON.stringify(id).slice(1, -1);
    const length = Buffer.byteLength(inside);
    const known = this.templates.get(length);
    if (known && isPlain(inside) && isPlain(known.id)) return known;
    const template = this.makeTemplate(id, inside);
    this.templates.set(length, template);
    return template;
  }

  private makeTemplate(id: string, inside: string): Template {
    const before = Buffer.from(`{"id":"`);
    const after = Buffer.from(`","type":"next","payload":`);
    const body = Buffer.concat([before, Buffer.from(inside), after, this.payload, TAIL]);
    const header = headerOf(body.length);
    return { id, frame: Buffer.concat([header, body]), idAt: header.length + before.length };
  }
}

const isPlain = (text: string): boolean => /^[\w-]*$/.test(text);

/** Bytes that the kernel has not taken yet. */
export const unsentBytes = (socket: WebSocket): number => socket.bufferedAmount;

/**
 * Writes a finished frame below `ws`, which would copy and queue it once more. Safe only because messages are never
 * compressed or fragmented here, so that nothing of `ws`'s own can be half-way out. `done` is called when the kernel
 * has it, or the socket is gone.
 */
export const writeFrame = (socket: WebSocket, frame: Buffer, done: () => void): void => {
  const stream = (socket as unknown as { readonly _socket?: Socket })._socket;
  if (socket.readyState !== socket.OPEN || !stream) return done();
  stream.write(frame, done);
};
