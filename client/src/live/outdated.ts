import type { ErrorCode } from "@ordskifte/schema";

const key = "ordskifte-outdated";
/** Where loading again did not help, it is not tried again for so long. Milliseconds. */
const rest = 5 * 60_000;
/** A hall does not load again all at once. Milliseconds. */
const spread = 10_000;

const outdatedCodes: ReadonlySet<unknown> = new Set<ErrorCode>([
  "PERSISTED_QUERY_NOT_FOUND",
  "DOCUMENT_NOT_TRUSTED",
]);

/** Whether a code says that the server knows nothing of what this page asks: the page is of another version. */
export function isOutdatedCode(code: unknown): boolean {
  return outdatedCodes.has(code);
}

/**
 * Loads the page again, soon, to get the version that fits the server. What was written waits on the device: drafts and
 * outbox outlive it.
 */
export function loadAgain(): void {
  if (Date.now() - lastTime() < rest) return;
  remember();
  setTimeout(() => window.location.reload(), Math.random() * spread);
}

function lastTime(): number {
  try {
    return Number(sessionStorage.getItem(key));
  } catch {
    // A browser that stores nothing could load again for ever.
    return Date.now();
  }
}

function remember(): void {
  try {
    sessionStorage.setItem(key, String(Date.now()));
  } catch {
    // Asked above.
  }
}
