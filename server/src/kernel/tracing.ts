/** What a span may say: figures and words of our own. Nothing that callers choose, and nobody's name, text or code. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

export type SpanName = "operation" | "commit batch" | "window" | "fan-out";

/** Does the work within a span. What it throws is thrown on; the span then says that it failed, and not why. */
export type Trace = <T>(name: SpanName, facts: Facts, work: () => Promise<T>) => Promise<T>;

export interface Tracing {
  readonly trace: Trace;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

/** Where nobody listens, spans cost a call. */
export const untraced: Trace = (_name, _facts, work) => work();

export const NO_TRACING: Tracing = { trace: untraced, close: async () => undefined };
