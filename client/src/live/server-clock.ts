import type { ApolloClient } from "@apollo/client";
import { ServerTimeDocument } from "@ordskifte/schema";
import { Cell, type Readable } from "./cell.js";

/** How far this device's clock is behind the server's, in milliseconds; for showing countdowns only. */
export class ServerClock {
  private readonly cell = new Cell(0);

  readonly offset: Readable<number> = this.cell;

  constructor(private readonly client: ApolloClient) {}

  /** Asks once. A failed try leaves what was known. */
  async measure(): Promise<void> {
    const sent = Date.now();
    const options = { query: ServerTimeDocument, fetchPolicy: "no-cache" } as const;
    const answer = await this.client.query(options).catch(() => null);
    if (!answer?.data) return;
    this.cell.set(offsetFrom(sent, Date.now(), Date.parse(answer.data.serverTime)));
  }
}

/** Takes the server's time to be that of the middle of the way there and back. */
function offsetFrom(sent: number, received: number, serverTime: number): number {
  return Math.round(serverTime - (sent + received) / 2);
}
