type Later = (run: () => void, ms: number) => unknown;

/**
 * Gathers what a screen reader should hear and lets it out as one announcement at most every `everyMs`. The first is
 * said at once; the same sentence twice in a batch is said once; of a flood only the last few are said.
 */
export class AnnouncementBatch {
  private waiting: string[] = [];
  private resting = false;

  constructor(
    private readonly say: (text: string) => void,
    private readonly everyMs = 5000,
    private readonly atMost = 3,
    private readonly later: Later = (run, ms) => setTimeout(run, ms),
  ) {}

  add(text: string): void {
    this.waiting = [...this.waiting.filter((other) => other !== text), text].slice(-this.atMost);
    if (!this.resting) this.letOut();
  }

  private letOut(): void {
    if (this.waiting.length === 0) {
      this.resting = false;
      return;
    }
    this.say(this.waiting.map(asSentence).join(" "));
    this.waiting = [];
    this.resting = true;
    this.later(() => this.letOut(), this.everyMs);
  }
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
