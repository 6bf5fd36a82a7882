import { Gauge, type Registry } from "prom-client";

/** A figure that is asked for when somebody reads the metrics. */
export function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const kept: Gauge = new Gauge({ name, help, registers: [registry], collect: () => kept.set(read()) });
}
