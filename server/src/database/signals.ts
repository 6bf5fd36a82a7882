const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface Stopping {
  /** Stops in order, then the process ends. */
  inOrder: () => Promise<void>;
  /** The process ends without waiting: whatever can be done in an instant. */
  atOnce: () => void;
}

/**
 * Makes sure that the database does not outlive this process. A program with its own handler for a signal keeps that
 * signal to itself: it drains first and stops the database last. Returns a function that undoes this.
 */
export function stopWithProcess({ inOrder, atOnce }: Stopping): () => void {
  const onSignal = (name: keyof typeof SIGNALS): void => {
    if (process.listenerCount(name) > 1) return;
    void inOrder().finally(() => process.exit(SIGNALS[name]));
  };
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const name of names) process.on(name, onSignal);
  process.once("exit", atOnce);
  return () => {
    for (const name of names) process.off(name, onSignal);
    process.off("exit", atOnce);
  };
}
