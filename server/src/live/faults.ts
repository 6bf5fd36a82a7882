import { isUnanswered } from "../database/pool.js";
import { badInput, CodedError, unavailable } from "../kernel/errors.js";

const TRANSIENT = new Set([
  "25P03",
  "40001",
  "40P01",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "08000",
  "08003",
  "08006",
  "53000",
  "53100",
  "53200",
  "53300",
]);
/** What `pg` says without a code, of lines that broke and of those that it gave up. */
const LOST_LINE = /Connection terminated|connection error|not queryable|timeout exceeded|timeout expired/i;
const BROKEN = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "ENOENT"]);
/** Text that Postgres cannot hold: a NUL, or half a character. */
const UNSTORABLE = new Set(["22P02", "22P05", "22021"]);

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "";
};

/**
 * Whether the same may well succeed later: a restart, a lost connection, a deadlock that Postgres broke, a disk, a memory or
 * a number of connections that is full.
 */
export const isTransient = (error: unknown): boolean =>
  TRANSIENT.has(codeOf(error)) ||
  BROKEN.has(codeOf(error)) ||
  isUnanswered(error) ||
  LOST_LINE.test(String(error));

/** What the caller can understand of a failure of the database; anything else stays a surprise, to be masked. */
export const asCoded = (error: unknown): unknown => {
  const code = codeOf(error);
  // Two writers who meant the same thing.
  if (code === "23505") return new CodedError("CONFLICT", "This was already there.");
  if (UNSTORABLE.has(code)) return badInput("The text holds characters that cannot be stored.");
  return isTransient(error) ? unavailable() : error;
};
