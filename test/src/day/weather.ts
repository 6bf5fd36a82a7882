import { setTimeout as delay } from "node:timers/promises";
import { shuffled } from "../chaos/random.js";
import type { Line } from "./line.js";

/** How long a minute of the day takes here. Milliseconds. */
const MINUTE_MS = 50;

/** The net of the hall: so many connections are broken off every minute of the day's own time. */
export class Weather {
  /** Minutes of the day that have passed. */
  minutes = 0;

  constructor(
    private readonly lines: () => readonly Line[],
    /** From 0 to 1, of all devices. */
    private readonly share: number,
    private readonly random: () => number,
  ) {}

  /** Lets the minutes of a programme item pass while its work is done. */
  async during(minutes: number, work: () => Promise<void>): Promise<void> {
    this.minutes += minutes;
    await Promise.all([this.pass(minutes), work()]);
  }

  private async pass(minutes: number): Promise<void> {
    if (this.share === 0) return;
    for (let minute = 0; minute < minutes; minute++) {
      const lines = this.lines();
      const unlucky = shuffled(this.random, lines).slice(0, Math.ceil(lines.length * this.share));
      for (const line of unlucky) line.drop();
      await delay(MINUTE_MS);
    }
  }
}
