/** A tab that the device has put to sleep in the middle of its work holds up the others no longer than this. Milliseconds. */
const patience = 20_000;

/**
 * Runs `work` while no other tab of this device runs work of the same name. Without the browser's locks (a page over plain
 * HTTP), or where another tab sleeps on one, tabs may send at the same time: each begins with the oldest item that is not
 * answered, so the order stays, and receipts make it once only.
 */
export function aloneInBrowser(name: string): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    if (typeof navigator === "undefined" || !("locks" in navigator)) return work();
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
      return work();
    };
    try {
      return await navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, begin);
    } catch (error) {
      // A window without storage may refuse locks altogether.
      if (hasBegun) throw error;
      return work();
    }
  };
}
