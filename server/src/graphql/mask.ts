import { randomUUID } from "node:crypto";
import type { ErrorCode } from "@ordskifte/schema";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CodedError, unavailable } from "../kernel/errors.js";
import { isTransient } from "../live/faults.js";

/** Writes down what callers are not told. */
export type Report = (error: unknown, id: string) => void;

interface Told {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** What callers are told for each code of the libraries below us, whose own messages repeat the input. */
const FIXED: Readonly<Record<string, Told>> = {
  GRAPHQL_PARSE_FAILED: { code: "GRAPHQL_PARSE_FAILED", message: "The document cannot be read." },
  GRAPHQL_VALIDATION_FAILED: {
    code: "GRAPHQL_VALIDATION_FAILED",
    message: "The document does not fit the schema.",
  },
  BAD_USER_INPUT: { code: "BAD_INPUT", message: "The variables do not fit the document." },
  BAD_REQUEST: { code: "BAD_REQUEST", message: "The request is not one for GraphQL over HTTP." },
  OPERATION_RESOLUTION_FAILURE: { code: "BAD_INPUT", message: "The document has no such operation." },
  PERSISTED_QUERY_NOT_FOUND: {
    code: "PERSISTED_QUERY_NOT_FOUND",
    message: "No document with this hash is known here: load the page again, or send the text.",
  },
  DOCUMENT_NOT_TRUSTED: {
    code: "DOCUMENT_NOT_TRUSTED",
    message: "Only documents that this server knows beforehand are answered here.",
  },
  FORBIDDEN_ORIGIN: { code: "FORBIDDEN_ORIGIN", message: "Pages from there may not call." },
};

/** Makes of any error what a caller may see: a code, a fixed message, and where in the document or the answer. */
export function mask(error: unknown, report: Report): GraphQLFormattedError {
  const { code, message, ...more } = tell(error, report);
  const where = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};
  return { message, ...present(where), extensions: { code, ...more } };
}

function tell(error: unknown, report: Report): Told & { id?: string } {
  const cause = withoutPassing(innermost(error));
  if (cause instanceof CodedError && cause.code !== "INTERNAL")
    return { code: cause.code, message: cause.message, ...cause.more };
  if (!(error instanceof GraphQLError)) return internal(cause, report);
  const given = error.extensions["code"];
  const code = typeof given === "string" ? given : "";
  if (code === "OVER_LIMIT") return { code, message: error.message };
  const known = FIXED[code] ?? (isAboutVariables(error) ? FIXED["BAD_USER_INPUT"] : undefined);
  return known ?? internal(cause, report);
}

/** Outside Apollo nobody gives a code to what is refused before the first resolver runs. */
function isAboutVariables({ extensions, path, originalError }: GraphQLError): boolean {
  const ofGraphql = originalError === undefined || originalError instanceof GraphQLError;
  return extensions["code"] === undefined && path === undefined && ofGraphql;
}

function internal(cause: unknown, report: Report): Told & { id: string } {
  const id = randomUUID();
  report(cause, id);
  return { code: "INTERNAL", message: "Something went wrong here.", id };
}

/** Reading fails as writing does where the database is away: no mistake of ours, and worth another try. */
function withoutPassing(cause: unknown): unknown {
  return isTransient(cause) ? unavailable() : cause;
}

function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? innermost(error.originalError) : error;
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
