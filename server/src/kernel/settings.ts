/** How the server is to run. Everything has a default; see README for each. */
export interface Settings {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Where the embedded Postgres keeps its files; absolute. */
  readonly dataDir: string;
  /** An external Postgres; the embedded one when null. */
  readonly databaseUrl: string | null;
  /** Hints between nodes go through Redis; through Postgres when null. */
  readonly redisUrl: string | null;
  /** What people type, without a slash at the end. Null: whatever address they came by. */
  readonly publicUrl: string | null;
  /** Origins besides our own whose pages may call the API. */
  readonly allowedOrigins: readonly string[];
  readonly logLevel: LogLevel;
  /** Whether the schema may be asked for over the API. */
  readonly introspection: boolean;
  /** Where spans are sent by OTLP over HTTP; nowhere when null. */
  readonly traceEndpoint: string | null;
  /** Whether documents are taken that are not known beforehand. */
  readonly freeForm: boolean;
  /** Whether `X-Forwarded-*` headers are believed; only behind a proxy of our own. */
  readonly trustProxy: boolean;
  /**
   * How long a node that is stopping, and has said that it is not ready, goes on taking in work: until a balancer has
   * seen it. Milliseconds.
   */
  readonly noticeMs: number;
  /** Over how long its sockets are closed after that, so that their clients do not all come to the next node at once. */
  readonly spreadMs: number;
  /** How much one person may write in the long run (LIMIT1); without end where it is 0. */
  readonly writesAMinute: number;
  /** Whether an empty database is filled with the invented network, and its addresses are shown; as a rule only the embedded one. */
  readonly demo: boolean;
}

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
