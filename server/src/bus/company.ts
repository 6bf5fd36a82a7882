/** How many times somebody may fail to say that they are here. */
const MISSED = 2.5;

/**
 * Whether other nodes listen, as far as one hears (BUS6): each says so again and again. Who has just come, or come back,
 * takes others to be there until they have been silent for long enough.
 */
export class Company {
  private heardAt = performance.now();

  /** @param every how often each says so. Milliseconds. */
  constructor(private readonly every: number) {}

  /** Somebody else is here, or may be: nothing could be heard until now. */
  hear(): void {
    this.heardAt = performance.now();
  }

  get isAlone(): boolean {
    return performance.now() - this.heardAt > this.every * MISSED;
  }
}
