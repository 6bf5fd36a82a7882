import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** Stands before a server and gives its client out as one release or another, or lets nobody through at all. */
export class Releases {
  /** Marked in the page, and in what its service worker knows of it, so that each release is another one to a browser. */
  release = 1;
  isCut = false;
  private readonly lines = new Set<Duplex>();
  private readonly server: Server;

  private constructor(private readonly port: number) {
    const pass: RequestListener = (asked, answer) =>
      void this.pass(asked, answer).catch(() => answer.destroy());
    this.server = createServer(pass);
    this.server.on("connection", (line: Duplex) => this.keep(line));
    this.server.on("upgrade", (asked, line: Duplex) => this.join(asked, line));
  }

  static async before(port: number): Promise<Releases> {
    const releases = new Releases(port);
    releases.server.listen(0, "127.0.0.1");
    await once(releases.server, "listening");
    return releases;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.isCut = true;
    for (const line of this.lines) line.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  stop(): void {
    this.server.close();
    this.cut();
  }

  private keep(line: Duplex): void {
    if (this.isCut) return void line.destroy();
    this.lines.add(line);
    line.on("error", () => line.destroy());
    line.once("close", () => this.lines.delete(line));
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method, url = "/", headers } = asked;
    const far = request({
      port: this.port,
      host: "127.0.0.1",
      method,
      path: url,
      headers: { ...headers, "accept-encoding": "identity" },
    });
    asked.pipe(far);
    const [given] = (await once(far, "response")) as [IncomingMessage];
    const isMarked = url === "/sw.js" || String(given.headers["content-type"]).startsWith("text/html");
    const { statusCode = 502, headers: described } = given;
    // What would let a browser keep what it has, and what is not so long any more.
    if (isMarked) for (const name of ["content-length", "etag", "last-modified"]) delete described[name];
    answer.writeHead(statusCode, described);
    if (!isMarked) return void given.pipe(answer);
    const chunks = (await given.toArray()) as Buffer[];
    answer.end(this.marked(url, Buffer.concat(chunks).toString("utf8")));
  }

  private marked(url: string, text: string): string {
    if (url === "/sw.js") return text.replace(/(url:"index\.html",revision:")/, `$1${this.release}-`);
    return text.replace("<head>", `<head><meta name="release" content="${this.release}">`);
  }

  /** The socket is passed on as it is. */
  private join(asked: IncomingMessage, near: Duplex): void {
    const far = connect(this.port, "127.0.0.1");
    this.keep(far);
    const lines = asked.rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
    far.write(`GET ${asked.url} HTTP/1.1\r\n${lines}\r\n`);
    near.pipe(far);
    far.pipe(near);
    near.once("close", () => far.destroy());
    far.once("close", () => near.destroy());
  }
}
