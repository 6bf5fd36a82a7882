import { CombinedGraphQLErrors, ServerError, ServerParseError } from "@apollo/client/errors";

import { isOutdatedCode } from "./outdated.js";

/**
 * Why an operation has no answer.
 * `unreachable`: the net or the server is away; the same operation may be tried for as long as it takes.
 * `trouble`: the server met a surprise; worth a few more tries.
 * `rejected`: it answered with a code; the same operation will get the same answer.
 */
export type Failure =
  | { readonly kind: "unreachable" }
  | { readonly kind: "trouble" }
  | { readonly kind: "rejected"; readonly code: string };

const passing = new Set(["SERVICE_UNAVAILABLE", "UNAVAILABLE", "RATE_LIMITED", "TOO_MANY_REQUESTS"]);

/** A page of another version than the server's is loaded again; what it could not send is sent by the next one. */
const isPassing = (code: string) => passing.has(code) || isOutdatedCode(code);

/** Sorts an error that Apollo Client threw. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) return ofCode(error.errors[0]?.extensions?.["code"]);
  if (ServerError.is(error)) return ofStatus(error.statusCode, error.bodyText);
  if (ServerParseError.is(error)) return ofStatus(error.statusCode, error.bodyText);
  return { kind: "unreachable" };
}

/** Whether the thing asked for does not exist, or not for this caller; for somebody we do not know nothing does. */
export function isGone(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === "rejected" && (failure.code === "NOT_FOUND" || failure.code === "UNAUTHENTICATED");
}

function ofCode(code: unknown): Failure {
  if (typeof code !== "string" || code === "INTERNAL_SERVER_ERROR") return { kind: "trouble" };
  return isPassing(code) ? { kind: "unreachable" } : { kind: "rejected", code };
}

function ofStatus(status: number, body: string): Failure {
  if (status >= 500 || status === 429 || status === 408) return { kind: "unreachable" };
  const code = codeIn(body) ?? `HTTP_${status}`;
  return isPassing(code) ? { kind: "unreachable" } : { kind: "rejected", code };
}

/** Whether the server knows nothing of what this page asks. */
export function isOutdated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return isOutdatedCode(error.errors[0]?.extensions?.["code"]);
  return ServerError.is(error) && isOutdatedCode(codeIn(error.bodyText));
}

function codeIn(body: string): string | null {
  return /"code"\s*:\s*"([A-Z_]{1,60})"/.exec(body)?.[1] ?? null;
}
