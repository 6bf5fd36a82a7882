import { once } from "node:events";
import type { Socket } from "node:net";
import { WebSocket } from "ws";
import type { Somebody } from "../house/hall.js";

/** A `next` or another message of a subscription. */
export interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: { readonly data?: Record<string, unknown> };
}

/** A socket by hand: what is not read stays with the server. */
export class RawSocket {
  private constructor(
    readonly socket: WebSocket,
    private readonly hear: (message: Message) => void,
  ) {}

  /** Answered once the server knows who calls. */
  static async open({ api }: Somebody, hear: (message: Message) => void): Promise<RawSocket> {
    const socket = new WebSocket(`${api.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
    const raw = new RawSocket(socket, hear);
    // One that the server gives up ends, and that is for the test to look at.
    socket.on("error", () => undefined);
    await once(socket, "open");
    raw.say({ type: "connection_init", payload: { token: api.token } });
    await once(socket, "message");
    socket.on("message", (text: Buffer) => raw.take(text));
    return raw;
  }

  follow(id: string, query: string, variables: Record<string, unknown>): void {
    this.say({ id, type: "subscribe", payload: { query, variables } });
  }

  /** Resolves when the server has dealt with all that was said before. */
  async settled(): Promise<void> {
    this.say({ type: "ping" });
    for (;;) {
      const [text] = (await once(this.socket, "message")) as [Buffer];
      if (text.includes('"pong"')) return;
    }
  }

  /** Goes on reading, and throws away what comes. */
  ignore(): void {
    this.socket.removeAllListeners("message");
  }

  /** Answers the port by which the server knows it. */
  stopReading(): number {
    const stream = (this.socket as unknown as { readonly _socket: Socket })._socket.pause();
    return stream.localPort ?? 0;
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.socket.terminate();
  }

  private say(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  private take(text: Buffer): void {
    const message = JSON.parse(text.toString("utf8")) as Message;
    if (message.type === "ping") this.say({ type: "pong" });
    else this.hear(message);
  }
}
