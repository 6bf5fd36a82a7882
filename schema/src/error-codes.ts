/** Why an operation has no answer, as `extensions.code` says it. Every other reason is told as INTERNAL. */
export type ErrorCode =
  /** Nobody we know: join or sign in first. */
  | "UNAUTHENTICATED"
  /** It does not exist, or the caller may not see it. */
  | "NOT_FOUND"
  /** The caller may see it, but not do this. */
  | "FORBIDDEN"
  /** A value that no form of ours sends. */
  | "BAD_INPUT"
  /** The id of a write was used before, for something else. */
  | "CONFLICT"
  /** Too many wrong join codes came from there. */
  | "TOO_MANY_GUESSES"
  /** The caller writes more than a person can: send the same again after `extensions.retryAfterMs`, with the same id. */
  | "TOO_MANY_WRITES"
  /** The request says whose it is, and the session is somebody else's. */
  | "OTHER_CALLER"
  /** The database is away: the same will do when it is back. */
  | "UNAVAILABLE"
  /** A surprise. What was written may have stood: send the same again, with the same id. */
  | "INTERNAL"
  /** More than one request, or one socket, may be. */
  | "OVER_LIMIT"
  /** A page from elsewhere. */
  | "FORBIDDEN_ORIGIN"
  /** No request for GraphQL over HTTP. */
  | "BAD_REQUEST"
  | "GRAPHQL_PARSE_FAILED"
  | "GRAPHQL_VALIDATION_FAILED"
  /** The server does not know the document by its hash: the client is of another version. */
  | "PERSISTED_QUERY_NOT_FOUND"
  /** The server answers its own clients' documents only. */
  | "DOCUMENT_NOT_TRUSTED";
