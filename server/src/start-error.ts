import { DatabaseStartError } from "./database/start-error.js";
import { SettingError } from "./env.js";

/** The server cannot start. The message is one line, written for the person at the terminal. */
export class StartError extends Error {
  override readonly name = "StartError";
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

/** A line for the person at the terminal, or null for what nobody foresaw. */
export function startLine(error: unknown): string | null {
  const known = [StartError, SettingError, DatabaseStartError].some((type) => error instanceof type);
  return known ? (error as Error).message : null;
}

/** What the system says when a port cannot be opened, in words. */
export function asPortError(error: unknown, port: number, host: string): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE")
    return new StartError(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
    );
  if (code === "EACCES")
    return new StartError(`This user may not open port ${port}. Choose one above 1023 with PORT.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartError(`HOST=${host} is no address of this machine.`);
  return error;
}

const REFUSED_BY_DATABASE: Readonly<Record<string, string>> = {
  "28P01": "it does not know the user or the password",
  "28000": "it does not let this user in",
  "3D000": "it has no such database",
  "42501": "the user may not create tables in it",
};

/** What `pg` says when a database cannot be used, in words and without the address, which holds a password. */
export function asDatabaseError(error: unknown): unknown {
  const code = codeOf(error);
  const words = REFUSED_BY_DATABASE[code];
  if (words) return new StartError(`The database in DATABASE_URL answers, but ${words}.`);
  const unreachable =
    /^(ECONN|ENOTFOUND|EHOST|ENET|ETIMEDOUT|EAI_AGAIN|57P0)/.test(code) || error instanceof AggregateError;
  return unreachable ? new StartError(`The database in DATABASE_URL cannot be reached (${code}).`) : error;
}
