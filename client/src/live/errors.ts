import type { ErrorCode } from "@ordskifte/schema";
import { isOutdatedCode } from "./outdated.js";

/**
 * Why an operation has no answer.
 * `unreachable`: the net or the server is away; the same operation may be tried for as long as it takes.
 * `busy`: the caller writes more than the server takes; the same will do after so long.
 * `trouble`: the server met a surprise; worth a few more tries.
 * `rejected`: it answered with a code; the same operation will get the same answer.
 */
export type Failure =
  | { readonly kind: "unreachable" }
  | { readonly kind: "busy"; readonly afterMs: number }
  | { readonly kind: "trouble" }
  | { readonly kind: "rejected"; readonly code: string };

/** An operation that has no answer. The text is for developers; people are shown one by kind. */
export class OperationFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === "rejected" ? failure.code : failure.kind);
  }
}

const away: ErrorCode = "UNAVAILABLE";
const surprise: ErrorCode = "INTERNAL";
const tooMuch: ErrorCode = "TOO_MANY_WRITES";

/** A page of another version than the server's is loaded again; what it could not send is sent by the next one. */
const isPassing = (code: string) => code === away || isOutdatedCode(code);

/** Why there is no answer, of what an operation threw. */
export function failureOf(error: unknown): Failure {
  return error instanceof OperationFailed ? error.failure : { kind: "unreachable" };
}

/** Whether the thing asked for does not exist, or not for this caller; for somebody we do not know nothing does. */
export function isGone(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === "rejected" && (failure.code === "NOT_FOUND" || failure.code === "UNAUTHENTICATED");
}

type Errors = readonly { readonly extensions?: Record<string, unknown> }[];

/** Sorts what came over HTTP: null when it is an answer. `errors` is undefined where there was no such list. */
export function failureOfAnswer(status: number, errors: Errors | undefined, text: string): Failure | null {
  if (status >= 500 || status === 429 || status === 408) return { kind: "unreachable" };
  if (errors?.[0]) return failureIn(errors[0].extensions ?? {});
  if (status >= 400) return { kind: "rejected", code: codeIn(text) ?? `HTTP_${status}` };
  // A net that answers in the server's place: it will be over when somebody has agreed to its terms.
  return text.startsWith("{") ? null : { kind: "unreachable" };
}

function failureIn({ code, retryAfterMs }: Record<string, unknown>): Failure {
  if (code === tooMuch) return { kind: "busy", afterMs: Number(retryAfterMs) };
  if (typeof code !== "string" || code === surprise) return { kind: "trouble" };
  return isPassing(code) ? { kind: "unreachable" } : { kind: "rejected", code };
}

function codeIn(body: string): string | null {
  return /"code"\s*:\s*"([A-Z_]{1,60})"/.exec(body)?.[1] ?? null;
}
