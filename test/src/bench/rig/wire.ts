import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { dial, joined, leftOf } from "./dial.js";

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;
const END_OF_HEAD = Buffer.from("\r\n\r\n");
const SWITCHING = Buffer.from("HTTP/1.1 101");

export interface Door {
  readonly path: string;
  readonly protocol: string | null;
}

const GRAPHQL: Door = { path: "/graphql", protocol: "graphql-transport-ws" };

const greetingTo = (port: number, { path, protocol }: Door): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Version: 13",
    ...(protocol ? [`Sec-WebSocket-Protocol: ${protocol}`] : []),
    "\r\n",
  ].join("\r\n");

/** A frame as clients send it. The mask is zero, which leaves the text as it is and is allowed. */
const frameOf = (opcode: number, length: number, write: (frame: Buffer, at: number) => void): Buffer => {
  const isShort = length < 126;
  const header = isShort ? 6 : 8;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (isShort ? length : 126);
  if (!isShort) frame.writeUInt16BE(length, 2);
  frame.writeUInt32BE(0, header - 4);
  write(frame, header);
  return frame;
};

const textFrame = (text: string): Buffer =>
  frameOf(TEXT, Buffer.byteLength(text), (frame, at) => void frame.write(text, at));

const pongFrame = (body: Buffer): Buffer =>
  frameOf(PONG, body.length, (frame, at) => void body.copy(frame, at));

/**
 * The client's side of a WebSocket with as little work a message as can be, so that what is measured is the server.
 * Frames are handed over as bytes; they stand only until the handler returns.
 */
export class Wire {
  /** Bytes that have come, with all headers. */
  bytes = 0;
  onText: (text: Buffer) => void = () => undefined;
  onEnd: () => void = () => undefined;
  private readonly socket: Socket;
  private rest: Buffer | null = null;
  private isOpen = false;
  private answered: (refused: Error | null) => void = () => undefined;

  private constructor(port: number) {
    this.socket = dial(port, (chunk) => this.take(chunk));
    this.socket.once("close", () => this.close());
  }

  static async open(port: number, door = GRAPHQL): Promise<Wire> {
    const wire = new Wire(port);
    wire.socket.write(greetingTo(port, door));
    const refused = await new Promise<Error | null>((resolve) => (wire.answered = resolve));
    if (refused) throw refused;
    return wire;
  }

  send(text: string): void {
    this.socket.write(textFrame(text));
  }

  end(): void {
    this.socket.destroy();
  }

  private close(): void {
    this.answered(new Error("The server closed the connection."));
    this.onEnd();
  }

  private take(chunk: Buffer): void {
    this.bytes += chunk.length;
    const bytes = joined(this.rest, chunk);
    const taken = this.isOpen ? this.takeFrames(bytes) : this.takeHead(bytes);
    this.rest = leftOf(bytes, taken);
  }

  /** Whoever opened it listens a moment later; what came behind the head waits for them. */
  private takeHead(bytes: Buffer): number {
    const end = bytes.indexOf(END_OF_HEAD);
    if (end < 0) return 0;
    this.isOpen = bytes.subarray(0, SWITCHING.length).equals(SWITCHING);
    this.answered(this.isOpen ? null : new Error(bytes.toString("latin1", 0, 40)));
    setImmediate(() => this.take(Buffer.alloc(0)));
    return end + END_OF_HEAD.length;
  }

  private takeFrames(bytes: Buffer): number {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = (bytes[at + 1] as number) & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < header) break;
      const length =
        short < 126
          ? short
          : short === 126
            ? bytes.readUInt16BE(at + 2)
            : Number(bytes.readBigUInt64BE(at + 2));
      if (bytes.length - at < header + length) break;
      this.takeFrame((bytes[at] as number) & 0xf, bytes.subarray(at + header, at + header + length));
      at += header + length;
    }
    return at;
  }

  private takeFrame(opcode: number, body: Buffer): void {
    if (opcode === TEXT) this.onText(body);
    else if (opcode === PING) this.socket.write(pongFrame(body));
    else if (opcode === CLOSE) this.socket.end();
  }
}
