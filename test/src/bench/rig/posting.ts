import { randomUUID } from "node:crypto";
import { Arrivals } from "./arrivals.js";
import { Caller, inSteps } from "./caller.js";
import type { Contender } from "./contest.js";
import { pause, percentile } from "./figures.js";

/** How long one waits for what has not come. */
const PATIENCE_MS = 15_000;

/** What everybody says to the raw server; as long as a frame of ours is. */
const FRAME_BYTES = 1_150;
const rawFrame = (mark: string): string =>
  JSON.stringify({ say: `{"id":"s${randomUUID()}","payload":"${mark}${"x".repeat(FRAME_BYTES)}"}` });

export interface Posted {
  readonly p50: number;
  readonly p99: number;
  /** The share of one core that the server used, in per cent. */
  readonly core: number;
  /** Microseconds of the server's process for each change and subscriber. */
  readonly cpuUs: number;
  /** Frames that each subscriber got for a hundred changes. */
  readonly frames: number;
  readonly lost: number;
}

/** Everybody of a contender on their sockets, listening to the board. */
export class Audience {
  private arrivals = new Arrivals(0);

  constructor(
    private readonly contender: Contender,
    readonly callers: readonly Caller[],
  ) {
    for (const caller of callers) caller.onFrame = (frame) => this.arrivals.hear(frame);
  }

  static async gather(contender: Contender): Promise<Audience> {
    const { port, people, follow } = contender;
    const callers = await inSteps(people, 50, async ({ token, boardId }) => {
      const caller = await Caller.connect(port, token);
      const operation = follow(boardId);
      if (operation) caller.follow(operation);
      return caller;
    });
    await pause(500);
    return new Audience(contender, callers);
  }

  /**
   * Posts at these times, each by the next of the people, and waits for what has not come to all.
   * @param times milliseconds from now.
   */
  async post(times: readonly number[], body: string): Promise<Posted> {
    const { child } = this.contender;
    this.arrivals = new Arrivals(this.callers.length);
    const framesBefore = this.frames;
    const cpuBefore = child.cpuMs;
    const began = performance.now();
    for (const [i, at] of times.entries()) {
      const due = began + at - performance.now();
      if (due > 0) await pause(due);
      this.say(i % this.callers.length, `${this.arrivals.begin()}${body}`);
    }
    const core = (child.cpuMs - cpuBefore) / (performance.now() - began);
    await this.arrivals.allWithin(PATIENCE_MS);
    const cpuMs = child.cpuMs - cpuBefore;
    const { delays, lost } = this.arrivals;
    const deliveries = times.length * this.callers.length;
    return {
      p50: percentile(delays, 0.5),
      p99: percentile(delays, 0.99),
      core: core * 100,
      cpuUs: (cpuMs * 1_000) / deliveries,
      frames: ((this.frames - framesBefore) * 100) / deliveries,
      lost,
    };
  }

  async disperse(): Promise<void> {
    for (const { wire } of this.callers) wire.end();
    await this.contender.child.stop();
  }

  private get frames(): number {
    return this.callers.reduce((sum, { frames }) => sum + frames, 0);
  }

  private say(place: number, text: string): void {
    const { boardId } = this.contender.people[place] as Contender["people"][number];
    const operation = this.contender.post(boardId, text);
    if (operation) void this.callers[place]?.askForText(operation);
    else this.callers[place]?.wire.send(rawFrame(text));
  }
}

export const evenly = (aSecond: number, seconds: number): number[] =>
  Array.from({ length: Math.round(aSecond * seconds) }, (_, i) => (i * 1_000) / aSecond);

/** As people press buttons, independent of each other; the same times for the same seed. */
export const atRandom = (aSecond: number, seconds: number, seed: number): number[] => {
  let state = seed;
  // A linear congruential generator by Numerical Recipes: as random as this needs.
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const times: number[] = [];
  for (let at = 0; at < seconds * 1_000; at += (-Math.log(1 - random()) * 1_000) / aSecond) times.push(at);
  return times;
};
