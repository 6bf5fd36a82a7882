import { cpus, loadavg, release, totalmem } from "node:os";

const loadNow = (): string => loadavg()[0]?.toFixed(1) ?? "?";

/** The machine in one line, with how busy it was before and after: figures of a busy machine are worth less. */
export const describeMachine = (repetitions: number): (() => string) => {
  const before = loadNow();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const when = new Date().toISOString().slice(0, 16).replace("T", " ");
  return () =>
    `Measured ${when} UTC, ${repetitions} repetition${repetitions === 1 ? "" : "s"}: ${cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}, ${memory} GiB, Linux ${release()}, ` +
    `Node ${process.versions.node}. Load average ${before} before and ${loadNow()} after, the bench's own work included.`;
};
