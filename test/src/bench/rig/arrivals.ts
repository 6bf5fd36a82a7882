import { pause } from "./figures.js";

const MARK = "#bench-";
const DIGITS = 6;
const MARK_BYTES = Buffer.from(MARK);

interface Sent {
  readonly at: number;
  readonly expected: number;
  heard: number;
  lastAt: number;
}

/** When the marked messages have come to everybody who is to hear them. */
export class Arrivals {
  private readonly sent: Sent[] = [];

  /** @param expected how many are to hear each message, where `begin` says nothing else. */
  constructor(private readonly expected: number) {}

  /** A mark to be put into a message that is sent now. */
  begin(expected = this.expected): string {
    const number = this.sent.length;
    this.sent.push({ at: performance.now(), expected, heard: 0, lastAt: 0 });
    return `${MARK}${String(number).padStart(DIGITS, "0")}#`;
  }

  /** Looks for marks in a frame; a frame may carry several. */
  readonly hear = (frame: Buffer): void => {
    let at = frame.indexOf(MARK_BYTES);
    while (at >= 0) {
      const from = at + MARK.length;
      this.note(Number(frame.toString("latin1", from, from + DIGITS)));
      at = frame.indexOf(MARK_BYTES, from);
    }
  };

  /** Milliseconds from sending to the last who heard it, of those messages that everybody has heard. */
  get delays(): number[] {
    return this.complete.map(({ at, lastAt }) => lastAt - at);
  }

  /** Deliveries that did not come. */
  get lost(): number {
    return this.sent.reduce((sum, { expected, heard }) => sum + Math.max(0, expected - heard), 0);
  }

  async allWithin(patienceMs: number): Promise<void> {
    const until = performance.now() + patienceMs;
    while (this.lost > 0 && performance.now() < until) await pause(20);
  }

  private get complete(): Sent[] {
    return this.sent.filter(({ expected, heard }) => heard >= expected);
  }

  private note(number: number): void {
    const sent = this.sent[number];
    if (!sent) return;
    sent.heard += 1;
    if (sent.heard === sent.expected) sent.lastAt = performance.now();
  }
}
