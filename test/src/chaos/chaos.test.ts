import { expect, it } from "vitest";
import { runChaos } from "./run.js";

/** However slow the machine is: half a minute on one that has nothing else to do. */
const PATIENCE_MS = 15 * 60_000;

const FAULTS = {
  "kill node": 1,
  "kill database": 1,
  "cut lines": 1,
  "slow line": 1,
  "freeze node": 1,
  compact: 1,
  "restore backup": 1,
};

/** The short form of `npm run chaos`: the same faults, a few of each. */
it(
  "loses nothing, does nothing twice and shows everybody the same, whatever dies",
  { timeout: PATIENCE_MS },
  async () => {
    const report = await runChaos({
      seed: 20_261_122,
      nodes: 2,
      boards: 2,
      writers: 6,
      readers: 10,
      writes: 120,
      faults: FAULTS,
      lostReplies: 0.05,
      losesHints: true,
      clockOffMs: 60 * 60_000,
    });
    expect(report.faults).toEqual([]);
    expect(report.behind).toEqual([]);
    expect(report.answered).toBeGreaterThanOrEqual(120);
    const times = Object.entries(report.inflicted).map(([name, one]) => [name, one.times]);
    expect(Object.fromEntries(times)).toEqual(FAULTS);
    for (const { hit } of Object.values(report.inflicted)) expect(hit).toBeGreaterThan(0);
    expect(report.wronglyTimed).toBeGreaterThan(0);
    expect(report.resets).toBeGreaterThan(0);
    expect(report.frames).toBeGreaterThan(0);
  },
);
