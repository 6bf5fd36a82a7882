import { ServerTimeDocument } from "@ordskifte/schema";
import { Cell, type Readable } from "./cell.js";
import type { Server } from "./server.js";

/** How far this device's clock is behind the server's, in milliseconds; for showing countdowns only. */
export class ServerClock {
  private readonly cell = new Cell(0);

  readonly offset: Readable<number> = this.cell;

  constructor(private readonly server: Server) {}

  /** Asks once. A failed try leaves what was known. */
  async measure(): Promise<void> {
    const sent = Date.now();
    const answer = await this.server.ask(ServerTimeDocument, {}).catch(() => null);
    if (answer) this.cell.set(offsetFrom(sent, Date.now(), Date.parse(answer.serverTime)));
  }
}

/** Takes the server's time to be that of the middle of the way there and back. */
function offsetFrom(sent: number, received: number, serverTime: number): number {
  return Math.round(serverTime - (sent + received) / 2);
}
