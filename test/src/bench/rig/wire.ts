import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { randomBytes } from "node:crypto";

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;
const END_OF_HEAD = Buffer.from("\r\n\r\n");
/** An address has some 28,000 ports to call from, so many callers come from several. */
const CALLERS_AN_ADDRESS = 4_096;
const ADDRESSES = 8;
let opened = 0;

const ownAddress = (): string => `127.0.0.${1 + (Math.floor(opened++ / CALLERS_AN_ADDRESS) % ADDRESSES)}`;

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
const frameOf = (opcode: number, body: Buffer): Buffer => {
  const isShort = body.length < 126;
  const header = Buffer.alloc(isShort ? 6 : 8);
  header[0] = 0x80 | opcode;
  header[1] = 0x80 | (isShort ? body.length : 126);
  if (!isShort) header.writeUInt16BE(body.length, 2);
  return Buffer.concat([header, body]);
};

/**
 * The client's side of a WebSocket with as little work a message as can be, so that what is measured is the server.
 * Frames are handed over as bytes; they stand only until the handler returns.
 */
export class Wire {
  /** Bytes that have come, with all headers. */
  bytes = 0;
  onText: (text: Buffer) => void = () => undefined;
  onEnd: () => void = () => undefined;
  private rest: Buffer | null = null;

  private constructor(
    private readonly socket: Socket,
    head: Buffer,
  ) {
    socket.on("data", (chunk: Buffer) => this.take(chunk));
    socket.once("close", () => this.onEnd());
    if (head.length > 0) setImmediate(() => this.take(head));
  }

  static async open(port: number, door = GRAPHQL): Promise<Wire> {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true, localAddress: ownAddress() });
    socket.on("error", () => socket.destroy());
    socket.write(greetingTo(port, door));
    return new Wire(socket, await afterHandshake(socket));
  }

  send(text: string): void {
    this.socket.write(frameOf(TEXT, Buffer.from(text)));
  }

  end(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.bytes += chunk.length;
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    const taken = this.takeFrames(bytes);
    this.rest = taken < bytes.length ? bytes.subarray(taken) : null;
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
    else if (opcode === PING) this.socket.write(frameOf(PONG, body));
    else if (opcode === CLOSE) this.socket.end();
  }
}

/** What came behind the server's answer to the request to upgrade. */
const afterHandshake = async (socket: Socket): Promise<Buffer> => {
  let head = Buffer.alloc(0);
  for (;;) {
    const [chunk] = (await Promise.race([
      once(socket, "data"),
      once(socket, "close").then(() => [null]),
    ])) as [Buffer | null];
    if (!chunk) throw new Error("The server closed the connection.");
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(END_OF_HEAD);
    if (end < 0) continue;
    if (!head.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101")))
      throw new Error(String(head.subarray(0, 40)));
    return head.subarray(end + 4);
  }
};
