/** Calls `tick`, which answers how many milliseconds it should be called again after, until it is stopped. */
export class SecondHand {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tick: () => number) {}

  start(): void {
    this.timer = setTimeout(() => this.beat(), 0);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private beat(): void {
    const wait = this.tick();
    this.timer = setTimeout(() => this.beat(), wait);
  }
}
