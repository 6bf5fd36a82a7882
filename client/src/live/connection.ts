import { Cell, type Readable } from "./cell.js";

/**
 * `online`: the socket stands, or nothing needs one. `connecting`: it was lost, or did not come; a first or second try.
 * `waiting`: the net or the server has been away for several tries; we go on trying.
 * `stopped`: the server will not have this device; trying again would not help.
 */
export type ConnectionState = "online" | "connecting" | "waiting" | "stopped";

const triesBeforeWaiting = 2;

/** Folds what the socket meets into one state to show. */
export class Connection {
  private readonly cell = new Cell<ConnectionState>("online");
  private readonly upListeners = new Set<() => void>();
  private failures = 0;

  readonly state: Readable<ConnectionState> = this.cell;

  /** Calls `listener` each time the server has been reached after not being so. */
  onUp(listener: () => void): () => void {
    this.upListeners.add(listener);
    return () => this.upListeners.delete(listener);
  }

  /** Opening a connection is no loss of one. `deviceOffline` is a hint only: it shortens the way to `waiting`, never stops a try. */
  connecting(deviceOffline: boolean): void {
    if (deviceOffline) this.cell.set("waiting");
  }

  connected(): void {
    this.failures = 0;
    this.cell.set("online");
    for (const listener of this.upListeners) listener();
  }

  lost(deviceOffline: boolean): void {
    this.failures += 1;
    const long = deviceOffline || this.failures > triesBeforeWaiting;
    this.cell.set(long ? "waiting" : "connecting");
  }

  /** The socket was closed because nobody listens any more. */
  idle(): void {
    this.failures = 0;
    this.cell.set("online");
  }

  stopped(): void {
    this.cell.set("stopped");
  }
}
