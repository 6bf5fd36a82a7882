import { Agent, type ClientRequestArgs, type IncomingMessage, request } from "node:http";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { WebSocket } from "ws";

/** What a phone's browser says with every request: its bytes count too. */
const OF_A_PHONE = {
  "user-agent":
    "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  accept: "*/*",
  "accept-language": "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6,en;q=0.5",
  "accept-encoding": "gzip, br",
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "same-origin",
};

class OwnSockets extends Agent {
  constructor(private readonly open: (options: NetConnectOpts) => Socket) {
    super({ keepAlive: true, maxSockets: 6 });
  }

  override createConnection(options: ClientRequestArgs): Socket {
    return this.open(options as NetConnectOpts);
  }
}

/** One device's way to the server: cookies, HTTP and sockets as a browser has them, with every byte on the wire counted. */
export class Line {
  private readonly agent = new OwnSockets((options) => this.open(options));
  private readonly sockets = new Set<Socket>();
  private pastBytes = 0;
  private cookie: string | null = null;
  /** How often its connections were broken off. */
  drops = 0;
  /** Requests over HTTP. */
  requests = 0;

  constructor(readonly origin: string) {}

  /** All that went to and fro, headers and handshakes too. */
  get bytes(): number {
    return [...this.sockets].reduce((sum, socket) => sum + bytesOf(socket), this.pastBytes);
  }

  /** The session's token, for another browser of the same person. */
  get token(): string {
    return this.cookie?.split("=")[1] ?? "";
  }

  /** Breaks off every connection there is, without goodbye, as a bad net does. */
  drop(): void {
    this.drops += 1;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.agent.destroy();
  }

  /** For the client's `Server`. */
  readonly send = async (
    uri: string,
    { body, headers, method }: RequestInit,
  ): Promise<{ status: number; text: () => Promise<string> }> => {
    this.requests += 1;
    const { status, text } = await this.ask(uri, method ?? "GET", { ...(headers as object) }, body as string);
    return { status, text: () => Promise.resolve(text) };
  };

  /** For `graphql-ws`. */
  get webSocket(): unknown {
    const { agent, origin } = this;
    const headers = (): Record<string, string> => this.headers();
    return class extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { agent, origin, headers: headers() });
        // One that is broken off while it connects says so when nobody listens any more.
        this.on("error", () => undefined);
      }
    };
  }

  private headers(): Record<string, string> {
    return { ...OF_A_PHONE, ...(this.cookie && { cookie: this.cookie }) };
  }

  private ask(
    uri: string,
    method: string,
    more: Record<string, string>,
    body: string,
  ): Promise<{ status: number; text: string }> {
    const headers = {
      ...this.headers(),
      origin: this.origin,
      ...more,
      "content-length": Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const asked = request(uri, { method, headers, agent: this.agent }, (answer) => {
        this.keepCookie(answer);
        textOf(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text }), reject);
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }

  private keepCookie({ headers }: IncomingMessage): void {
    const set = headers["set-cookie"]?.find((cookie) => cookie.startsWith("ordskifte="));
    if (set) this.cookie = set.split(";")[0] ?? null;
  }

  private open(options: NetConnectOpts): Socket {
    const socket = connect(options);
    socket.setNoDelay(true);
    this.sockets.add(socket);
    socket.once("close", () => {
      this.pastBytes += bytesOf(socket);
      this.sockets.delete(socket);
    });
    return socket;
  }
}

const bytesOf = ({ bytesRead, bytesWritten }: Socket): number => bytesRead + bytesWritten;

const textOf = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const coding = answer.headers["content-encoding"];
  if (coding === "br") return brotliDecompressSync(body).toString();
  return (coding === "gzip" ? gunzipSync(body) : body).toString();
};
