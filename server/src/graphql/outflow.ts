import type { WebSocket } from "ws";
import { TRY_AGAIN_LATER } from "./close-codes.js";
import { leftToTake, whenDrained } from "./frame.js";
import type { FanOutCounts } from "./fan-out-counts.js";

/** Past this many unsent bytes a socket is written to no more; what it misses is read again when it has caught up. */
export const FULL_BYTES = 256 * 1024;
/** A socket that takes nothing for this long is closed; it comes back and resumes. */
const STUCK_MS = 10_000;
/** How long a socket that does not read has for the closing words. */
const FAREWELL_MS = 2_000;

/** Somebody who writes to a socket, and would like to know when it takes something again. */
export interface Writer {
  drained(): void;
}

/** FEED8: what one socket has not taken yet, however many operations write to it; none of them may while it is full. */
export class Outflow {
  isFull = false;
  private readonly writers = new Set<Writer>();
  private patience: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly counts: FanOutCounts,
  ) {}

  join(writer: Writer): void {
    this.writers.add(writer);
  }

  leave(writer: Writer): void {
    this.writers.delete(writer);
  }

  /** To be called after each write, with how many bytes the kernel has not taken yet. */
  wrote(unsent: number): void {
    if (this.isFull || unsent <= FULL_BYTES) return;
    this.isFull = true;
    this.wait();
    whenDrained(this.socket, () => this.drained());
  }

  /** A phone with one bar takes little at a time: as long as it takes something it is waited for. */
  private wait(): void {
    const left = leftToTake(this.socket);
    const look = (): void => (leftToTake(this.socket) < left ? this.wait() : this.giveUp());
    this.patience = setTimeout(look, STUCK_MS).unref();
  }

  private drained(): void {
    this.isFull = false;
    clearTimeout(this.patience);
    for (const writer of [...this.writers]) writer.drained();
  }

  private giveUp(): void {
    this.counts.slowSockets += 1;
    this.socket.close(TRY_AGAIN_LATER, "Read faster, or come back.");
    setTimeout(() => this.socket.terminate(), FAREWELL_MS).unref();
  }
}
