import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { gauge } from "../kernel/gauge.js";
import { FanOutCounts } from "./fan-out-counts.js";

/** What one node counts. Names and labels hold nothing that callers choose. */
export interface Metrics {
  readonly registry: Registry;
  readonly sockets: Gauge;
  readonly operations: Counter<"transport" | "kind">;
  readonly errors: Counter<"transport" | "code">;
  readonly requestSeconds: Histogram<"route" | "status">;
  readonly fanOut: FanOutCounts;
  readonly upkeepDone: (done: { readonly entries: number; readonly receipts: number }) => void;
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
    fanOut: countFanOut(registry),
    upkeepDone: countUpkeep(registry),
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

/** Counted as plain numbers, and read when somebody asks. */
function countFanOut(registry: Registry): FanOutCounts {
  const counts = new FanOutCounts();
  const total = (name: string, help: string, read: () => number): void => {
    const counter: Counter = new Counter({
      name,
      help,
      registers: [registry],
      collect: () => {
        counter.reset();
        counter.inc(read());
      },
    });
  };
  total("ordskifte_frames_total", "Frames of feeds written to sockets.", () => counts.frames);
  total("ordskifte_executions_total", "Events executed and serialised.", () => counts.executions);
  total(
    "ordskifte_slow_sockets_total",
    "Sockets closed because they did not read.",
    () => counts.slowSockets,
  );
  gauge(
    registry,
    "ordskifte_groups",
    "Groups of callers who ask the same of the same stream.",
    () => counts.groups,
  );
  return counts;
}
