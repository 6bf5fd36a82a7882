/**
 * Runs `work` while no other tab of this device runs work of the same name. Without the browser's
 * locks (a page over plain HTTP) tabs may send at the same time; receipts still make it once only.
 */
export function aloneInBrowser(name: string): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    if (typeof navigator === "undefined" || !("locks" in navigator)) return work();
    return navigator.locks.request(name, work);
  };
}
