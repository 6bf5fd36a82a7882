import type { ErrorCode } from "@ordskifte/schema";

/** An error whose code and message are meant for the caller; it never carries internals or an echo of the input. */
export class CodedError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Told with the code. */
    readonly more?: { readonly retryAfterMs: number },
  ) {
    super(message);
    this.name = "CodedError";
  }
}

/** The same answer for what does not exist and for what the caller may not see. */
export const notFound = (): CodedError => new CodedError("NOT_FOUND", "Not found.");
/** For what the caller may see, but not do. */
export const forbidden = (): CodedError => new CodedError("FORBIDDEN", "This is for somebody else to do.");
export const unauthenticated = (): CodedError => new CodedError("UNAUTHENTICATED", "Join or sign in first.");
/** The database is away, or has no room: the same will do when that is over. */
export const unavailable = (): CodedError =>
  new CodedError("UNAVAILABLE", "The database is away. Try again soon.");
export const badInput = (message: string): CodedError => new CodedError("BAD_INPUT", message);
export const conflict = (message: string): CodedError => new CodedError("CONFLICT", message);
