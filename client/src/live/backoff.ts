/** How long to wait before a try, in milliseconds; `tries` counts the failures so far, from 0. */
export type Backoff = (tries: number) => number;

/**
 * Doubling from a quarter of a second, never more than `ceiling`, and spread so that a hall full
 * of devices does not come back in the same instant.
 */
export function spreadBackoff(ceiling = 3000, random: () => number = Math.random): Backoff {
  return (tries) => Math.min(ceiling, 250 * 2 ** Math.min(tries, 10)) * (0.4 + 0.6 * random());
}

/** A pause that ends early when there is reason to try at once. */
export class Pause {
  private readonly sleepers = new Set<() => void>();

  /** Resolves after `milliseconds`, or when woken. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.sleepers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.sleepers.add(end);
    });
  }

  wake(): void {
    for (const end of this.sleepers) end();
  }
}
