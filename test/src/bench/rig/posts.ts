import type { Socket } from "node:net";
import { dial, joined, leftOf } from "./dial.js";

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const LENGTH = /\r\ncontent-length: *(\d+)/i;

const requestOf = (port: number, token: string | null, body: string): string =>
  [
    "POST /graphql HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    "Content-Type: application/json",
    ...(token ? [`Authorization: Bearer ${token}`] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");

/** Somebody who asks over HTTP, one thing after the other on a connection that is kept, with as little work as can be. */
export class Posts {
  private readonly socket: Socket;
  private rest: Buffer | null = null;
  private answered: (answer: string | Error) => void = () => undefined;

  constructor(
    private readonly port: number,
    private readonly token: string | null,
  ) {
    this.socket = dial(port, (chunk) => this.take(chunk));
    this.socket.once("close", () => this.answered(new Error("The server closed the connection.")));
  }

  /** Resolves with the body of the answer. */
  async ask(operation: object): Promise<string> {
    this.socket.write(requestOf(this.port, this.token, JSON.stringify(operation)));
    const answer = await new Promise<string | Error>((resolve) => (this.answered = resolve));
    if (answer instanceof Error) throw answer;
    return answer;
  }

  end(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    const bytes = joined(this.rest, chunk);
    this.rest = leftOf(bytes, this.takeAnswer(bytes));
  }

  private takeAnswer(bytes: Buffer): number {
    const end = bytes.indexOf(END_OF_HEAD);
    if (end < 0) return 0;
    const [, length] = LENGTH.exec(bytes.toString("latin1", 0, end)) ?? [];
    if (length === undefined) throw new Error("The answer does not say how long it is.");
    const [from, to] = [end + END_OF_HEAD.length, end + END_OF_HEAD.length + Number(length)];
    if (bytes.length < to) return 0;
    this.answered(bytes.toString("utf8", from, to));
    return to;
  }
}
