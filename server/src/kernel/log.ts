import { pino, stdSerializers, type Logger } from "pino";

export type Log = Logger;

interface Described {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/**
 * An error without what people wrote: Postgres and the ORM put values into messages, details and parameters, so of
 * theirs only the kind, the SQLSTATE and where it happened are kept.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something was thrown that is no error." };
  const { code, severity, driverError } = error as {
    code?: unknown;
    severity?: unknown;
    driverError?: unknown;
  };
  if (driverError) return describeError(driverError);
  const { type } = stdSerializers.err(error);
  const fromPostgres = severity !== undefined;
  const message = fromPostgres ? "Refused by the database." : error.message;
  const stack = error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .join("\n");
  return { type, message, ...(typeof code === "string" && { code }), ...(stack && { stack }) };
}

/** JSON lines on stdout. Nothing personal goes in: no names, texts, addresses, codes, tokens or URLs of requests. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    serializers: { err: describeError },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  });
