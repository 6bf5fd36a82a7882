export type DatabaseStartReason =
  | "folder-unwritable"
  | "folder-in-use"
  | "binaries-missing"
  | "account-unsuitable"
  | "postgres-failed";

/** The database cannot start. The message is one line, written for the person at the terminal. */
export class DatabaseStartError extends Error {
  override readonly name = "DatabaseStartError";

  constructor(
    readonly reason: DatabaseStartReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
