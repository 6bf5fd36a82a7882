import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What one node counts. Names and labels hold nothing that callers choose. */
export interface Metrics {
  readonly registry: Registry;
  readonly sockets: Gauge;
  readonly operations: Counter<"transport" | "kind">;
  readonly errors: Counter<"transport" | "code">;
  readonly requestSeconds: Histogram<"route" | "status">;
  /** Commands that shared one transaction. */
  readonly commitBatch: Histogram;
  readonly lostHints: Counter;
  readonly upkeepDone: (done: { readonly entries: number; readonly receipts: number }) => void;
  /** Asks for the number of subscribers whenever it is wanted. */
  readonly watchSubscribers: (count: () => number) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    sockets: new Gauge({ name: "ordskifte_sockets", help: "Open sockets.", registers }),
    operations: new Counter({
      name: "ordskifte_operations_total",
      help: "Operations begun.",
      labelNames: ["transport", "kind"],
      registers,
    }),
    errors: new Counter({
      name: "ordskifte_errors_total",
      help: "Errors told to callers.",
      labelNames: ["transport", "code"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "ordskifte_request_seconds",
      help: "Time from a request to its answer.",
      labelNames: ["route", "status"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    commitBatch: new Histogram({
      name: "ordskifte_commit_batch",
      help: "Commands that shared a transaction.",
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
      registers,
    }),
    lostHints: new Counter({
      name: "ordskifte_lost_hints_total",
      help: "Changes found by polling.",
      registers,
    }),
    upkeepDone: countUpkeep(registry),
    watchSubscribers: (count) => watch(registry, count),
  };
}

function countUpkeep(registry: Registry): Metrics["upkeepDone"] {
  const rounds = new Counter({
    name: "ordskifte_upkeep_rounds_total",
    help: "Rounds of upkeep that this node has done.",
    registers: [registry],
  });
  const removed = new Counter({
    name: "ordskifte_upkeep_removed_total",
    help: "Rows that upkeep has removed.",
    labelNames: ["what"],
    registers: [registry],
  });
  return ({ entries, receipts }) => {
    rounds.inc();
    removed.inc({ what: "log_entry" }, entries);
    removed.inc({ what: "receipt" }, receipts);
  };
}

function watch(registry: Registry, count: () => number): void {
  const gauge: Gauge = new Gauge({
    name: "ordskifte_subscribers",
    help: "Feeds that are being listened to.",
    registers: [registry],
    collect: () => gauge.set(count()),
  });
}
