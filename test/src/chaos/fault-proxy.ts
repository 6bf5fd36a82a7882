import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface FaultProxyOptions {
  /** Where connections lead. Asked for each, so that it may change. */
  readonly target: () => number;
  /** Numbers from 0 to 1. */
  readonly random: () => number;
}

interface Line {
  readonly near: Socket;
  readonly far: Socket;
}

/** A line between callers and a node that does to connections what nets do. Loopback only. */
export class FaultProxy {
  private readonly lines = new Set<Line>();
  private readonly server = createServer((near) => this.open(near));
  /** Bytes a second towards all callers together. */
  private pace = Number.POSITIVE_INFINITY;
  /** When all that was passed on so far has gone through the slow line. */
  private freeAt = 0;
  /** Each passes on what a slow line holds. */
  private readonly held = new Set<() => void>();
  private silent = false;
  private lostShare = 0;
  /** Replies that were cut off after their request had been passed on. */
  lostReplies = 0;
  /** What was said into a line that had fallen silent: so many pieces. */
  swallowed = 0;
  /** For how long answers had to wait because the line was slow, all together. Milliseconds. */
  heldBackMs = 0;

  private constructor(private readonly options: FaultProxyOptions) {}

  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.lines.size;
  }

  /** Ends all connections at once, without goodbye. */
  cut(): void {
    for (const line of this.lines) sever(line);
  }

  /** Half-open: connections stay and nothing passes any more, new ones too, until `heal`. */
  fallSilent(): void {
    this.silent = true;
  }

  /** Passes on so many bytes a second, to all callers together: they share the line, as in a hall. */
  slowTo(bytesPerSecond: number): void {
    this.pace = bytesPerSecond;
  }

  /** From now on this share of replies is cut off after the request was passed on: from 0 to 1. */
  loseReplies(share: number): void {
    this.lostShare = share;
  }

  /** What a slow line held passes at once. Connections that were silent are cut: whatever they held back is gone. */
  heal(): void {
    this.pace = Number.POSITIVE_INFINITY;
    this.freeAt = 0;
    for (const pass of this.held) pass();
    this.lostShare = 0;
    if (this.silent) this.cut();
    this.silent = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  private open(near: Socket): void {
    const far = connect(this.options.target(), "127.0.0.1");
    const line: Line = { near, far };
    this.lines.add(line);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        this.lines.delete(line);
        sever(line);
      });
    }
    near.on("data", (chunk: Buffer) => (this.silent ? this.swallow() : far.write(chunk)));
    far.on("data", (chunk: Buffer) => this.answer(line, chunk));
  }

  private swallow(): void {
    this.swallowed += 1;
  }

  private answer(line: Line, chunk: Buffer): void {
    if (this.silent) return this.swallow();
    if (this.lostShare > 0 && this.options.random() < this.lostShare) {
      this.lostReplies += 1;
      return sever(line);
    }
    if (Number.isFinite(this.pace)) this.hold(line, chunk);
    else line.near.write(chunk);
  }

  /** Backpressure does the rest: what is not read here stays with the node. */
  private hold({ near, far }: Line, chunk: Buffer): void {
    const now = performance.now();
    this.freeAt = Math.max(this.freeAt, now) + (chunk.length / this.pace) * 1_000;
    this.heldBackMs += this.freeAt - now;
    far.pause();
    const pass = (): void => {
      clearTimeout(timer);
      this.held.delete(pass);
      if (!this.silent && !near.destroyed) near.write(chunk);
      far.resume();
    };
    const timer = setTimeout(pass, this.freeAt - now);
    this.held.add(pass);
  }
}

const sever = ({ near, far }: Line): void => {
  near.destroy();
  far.destroy();
};
