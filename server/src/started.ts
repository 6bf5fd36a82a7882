/** What was started, to be stopped in the opposite order; one that fails to stop does not keep the others running. */
export class Started {
  private readonly stops: (() => unknown)[] = [];
  private stopping: Promise<void> | null = null;

  add<T>(part: T, stop: (part: T) => unknown): T {
    this.stops.push(() => stop(part));
    return part;
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.stopAll());
  }

  private async stopAll(): Promise<void> {
    for (const stop of this.stops.toReversed()) {
      try {
        await stop();
      } catch {
        // The next ones matter more: a Postgres that is left running above all.
      }
    }
  }
}
