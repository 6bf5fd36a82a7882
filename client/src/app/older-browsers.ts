/**
 * What the oldest browsers that we build for lack of the language's and the browser's own (docs/adr/oldest-browsers.md): the
 * build lowers grammar, and nothing else. `scripts/checks/oldest-browsers.mjs` reads this file for what may be used.
 */
export function fillIn(): void {
  fillInLists(Array.prototype);
  AbortSignal.timeout ??= abortAfter;
}

/** Safari 15 and Chrome up to 109 cannot do these. */
function fillInLists(lists: unknown[]): void {
  define(lists, "toSorted", function (this: unknown[], compare?: (one: unknown, other: unknown) => number) {
    const copy = [...this];
    copy.sort(compare);
    return copy;
  });
  define(lists, "toReversed", function (this: unknown[]) {
    const copy = [...this];
    copy.reverse();
    return copy;
  });
}

/** As a language's own method is: hidden from loops, and free to be replaced. */
function define(lists: unknown[], name: string, value: (this: unknown[], ...args: never[]) => unknown): void {
  if (name in lists) return;
  Object.defineProperty(lists, name, { value, writable: true, configurable: true });
}

/** Safari 15 and Chrome up to 102. */
function abortAfter(milliseconds: number): AbortSignal {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new DOMException("It took too long.", "TimeoutError")), milliseconds);
  return stop.signal;
}
