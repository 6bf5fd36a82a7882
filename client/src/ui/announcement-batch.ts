type Later = (run: () => void, ms: number) => unknown;

/** One thing to say. What comes later about the same topic takes its place, or adds to its count. */
interface Waiting {
  readonly topic: string;
  readonly count: number;
  readonly say: (count: number) => string;
}

/**
 * Gathers what a screen reader should hear and lets it out as one announcement at most every `everyMs`. The first is
 * said at once; of one topic only the newest is said, of a flood of topics only the last few.
 */
export class AnnouncementBatch {
  private waiting: Waiting[] = [];
  private resting = false;

  constructor(
    private readonly sayIt: (text: string) => void,
    private readonly everyMs = 5000,
    private readonly atMost = 3,
    private readonly later: Later = (run, ms) => setTimeout(run, ms),
  ) {}

  add(text: string, topic = text): void {
    this.put({ topic, count: 1, say: () => text });
  }

  /** Things that are said by their number: those that have not been said yet are counted together. */
  addCount(topic: string, count: number, say: (count: number) => string): void {
    const before = this.waiting.find((other) => other.topic === topic)?.count ?? 0;
    this.put({ topic, count: before + count, say });
  }

  private put(next: Waiting): void {
    const others = this.waiting.filter(({ topic }) => topic !== next.topic);
    this.waiting = [...others, next].slice(-this.atMost);
    if (!this.resting) this.letOut();
  }

  private letOut(): void {
    if (this.waiting.length === 0) {
      this.resting = false;
      return;
    }
    this.sayIt(this.waiting.map(({ say, count }) => asSentence(say(count))).join(" "));
    this.waiting = [];
    this.resting = true;
    this.later(() => this.letOut(), this.everyMs);
  }
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
