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
  /** Bytes a second towards the caller. */
  pace: number;
}

const TICK_MS = 20;

/** A line between callers and a node that does to connections what nets do. Loopback only. */
export class FaultProxy {
  private readonly lines = new Set<Line>();
  private readonly server = createServer((near) => this.open(near));
  private pace = Number.POSITIVE_INFINITY;
  private silent = false;
  private lostShare = 0;
  /** Replies that were cut off after their request had been passed on. */
  lostReplies = 0;

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

  /** Ends all connections at once, without goodbye. */
  cut(): void {
    for (const line of this.lines) sever(line);
  }

  /** Half-open: connections stay and nothing passes any more, new ones too, until `heal`. */
  fallSilent(): void {
    this.silent = true;
    for (const line of this.lines) this.setPace(line, 0);
  }

  /** Passes on so many bytes a second to each caller. */
  slowTo(bytesPerSecond: number): void {
    this.pace = bytesPerSecond;
    for (const line of this.lines) this.setPace(line, bytesPerSecond);
  }

  /** From now on this share of replies is cut off after the request was passed on: from 0 to 1. */
  loseReplies(share: number): void {
    this.lostShare = share;
  }

  /** Connections that were silent are cut: whatever they held back is gone. */
  heal(): void {
    this.pace = Number.POSITIVE_INFINITY;
    this.lostShare = 0;
    if (this.silent) this.cut();
    this.silent = false;
    for (const line of this.lines) this.setPace(line, this.pace);
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  private open(near: Socket): void {
    const far = connect(this.options.target(), "127.0.0.1");
    const line: Line = { near, far, pace: this.silent ? 0 : this.pace };
    this.lines.add(line);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        this.lines.delete(line);
        sever(line);
      });
    }
    near.on("data", (chunk: Buffer) => line.pace > 0 && far.write(chunk));
    far.on("data", (chunk: Buffer) => this.answer(line, chunk));
  }

  private answer(line: Line, chunk: Buffer): void {
    if (line.pace === 0) return;
    if (this.lostShare > 0 && this.options.random() < this.lostShare) {
      this.lostReplies += 1;
      return sever(line);
    }
    line.near.write(chunk);
    if (Number.isFinite(line.pace)) this.rest(line, chunk.length);
  }

  /** Backpressure does the rest: what is not read here stays with the node. */
  private rest(line: Line, bytes: number): void {
    line.far.pause();
    setTimeout(() => line.far.resume(), Math.max(TICK_MS, (bytes / line.pace) * 1_000)).unref();
  }

  private setPace(line: Line, pace: number): void {
    line.pace = pace;
  }
}

const sever = ({ near, far }: Line): void => {
  near.destroy();
  far.destroy();
};
