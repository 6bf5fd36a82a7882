import { ServerTimeDocument } from "@ordskifte/schema";
import { Cell, type Readable } from "./cell.js";
import type { Server } from "./server.js";

/** Two ways to tell the time, in milliseconds: the device's clock, which can be set, and one that only goes on. */
export interface DeviceTime {
  readonly wall: () => number;
  readonly steady: () => number;
}

const thisDevice: DeviceTime = { wall: () => Date.now(), steady: () => performance.now() };

/** Clocks drift apart by less than this between two looks. Milliseconds. */
const jump = 1_000;

/** How far this device's clock is behind the server's, in milliseconds; for showing countdowns only. */
export class ServerClock {
  private readonly cell = new Cell(0);
  private apart: number;

  readonly offset: Readable<number> = this.cell;

  constructor(
    private readonly server: Server,
    private readonly device: DeviceTime = thisDevice,
  ) {
    this.apart = this.clocksApart();
  }

  /** Asks once. A failed try leaves what was known. */
  async measure(): Promise<void> {
    const sent = this.device.wall();
    const answer = await this.server.ask(ServerTimeDocument, {}).catch(() => null);
    if (answer) this.cell.set(offsetFrom(sent, this.device.wall(), Date.parse(answer.serverTime)));
  }

  /** Whether the device's clock was set, or the device slept, since it was looked last: what was measured is old then. */
  hasJumped(): boolean {
    const before = this.apart;
    this.apart = this.clocksApart();
    return Math.abs(this.apart - before) > jump;
  }

  private clocksApart(): number {
    return this.device.wall() - this.device.steady();
  }
}

/** Takes the server's time to be that of the middle of the way there and back. */
function offsetFrom(sent: number, received: number, serverTime: number): number {
  return Math.round(serverTime - (sent + received) / 2);
}
