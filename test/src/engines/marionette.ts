import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A message is its length in bytes, a colon, and JSON. */
const framed = (message: unknown): string => {
  const text = JSON.stringify(message);
  return `${Buffer.byteLength(text)}:${text}`;
};

type Answer = readonly [kind: 1, id: number, error: { message: string } | null, result: unknown];
type Waiting = (error: Error | null, result?: unknown) => void;

/** Firefox's own remote control: WebDriver's commands as messages over a plain connection. */
export class Marionette {
  private readonly waiting = new Map<number, Waiting>();
  private received = Buffer.alloc(0);
  private sent = 0;

  private constructor(private readonly socket: Socket) {
    socket.on("data", (chunk: Buffer) => this.receive(chunk));
    socket.on("close", () => this.giveUp(new Error("Firefox has gone.")));
    socket.on("error", (error) => this.giveUp(error));
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return new Marionette(socket);
  }

  /** A result is what it says under `value`, where it says that. */
  send<T>(command: string, parameters: object = {}): Promise<T> {
    const id = (this.sent += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (error, result) => (error ? reject(error) : resolve(valueOf(result) as T)));
      this.socket.write(framed([0, id, command, parameters]));
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const colon = this.received.indexOf(":");
      const end = colon + 1 + Number(this.received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.received.length < end) return;
      this.hear(JSON.parse(this.received.subarray(colon + 1, end).toString()));
      this.received = this.received.subarray(end);
    }
  }

  /** The first message introduces Firefox, and answers nothing. */
  private hear(message: unknown): void {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message as unknown as Answer;
    this.waiting.get(id)?.(error && new Error(`Firefox: ${error.message}`), result);
    this.waiting.delete(id);
  }

  private giveUp(error: Error): void {
    for (const tell of this.waiting.values()) tell(error);
    this.waiting.clear();
  }
}

const valueOf = (result: unknown): unknown =>
  typeof result === "object" && result !== null && "value" in result ? result.value : result;
