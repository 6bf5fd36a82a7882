/** What the crowd has done, and how it was answered. */
export class Tally {
  joined = 0;
  written = 0;
  votes = 0;
  /** Writes that have no answer yet. */
  waiting = 0;
  /** Writes that had an answer and cannot be found again. */
  lost = 0;
  readonly refused = new Map<string, number>();
  private readonly times: number[] = [];

  /** Milliseconds from the first attempt to the answer. */
  answered(ms: number): void {
    this.times.push(ms);
  }

  refuse(reason: string): void {
    this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
  }

  line(): string {
    const refused = [...this.refused.values()].reduce((sum, count) => sum + count, 0);
    return `${this.joined} in · ${this.written} written · ${this.votes} votes · ${refused} refused · ${this.waiting} waiting`;
  }

  summary(): string {
    const reasons = [...this.refused].map(([reason, count]) => `${reason} ${count}`).join(", ") || "none";
    const refused = `refused: ${reasons}`;
    const times = `answers: p50 ${this.percentile(50)} ms, p99 ${this.percentile(99)} ms`;
    return [
      `joined=${this.joined} written=${this.written} votes=${this.votes} lost=${this.lost}`,
      refused,
      times,
    ].join("\n");
  }

  private percentile(percent: number): number {
    const sorted = this.times.toSorted((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0);
  }
}
