import { describe, expect, it } from "vitest";
import { CodedError } from "./errors.js";
import { WRITES_AT_ONCE, WriteLimit } from "./write-limit.js";

/** A limit of one write a second, and a clock that stands still until it is moved. */
const ofTheHouse = () => {
  const clock = { now: 0 };
  const limit = new WriteLimit({ aMinute: 60, atOnce: WRITES_AT_ONCE }, () => clock.now);
  const write = (personId: string, times = 1): string[] => {
    const outcomes: string[] = [];
    for (let i = 0; i < times; i++) {
      try {
        limit.spend(personId);
        outcomes.push("taken");
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        outcomes.push(`${error.code} ${error.more?.retryAfterMs}`);
      }
    }
    return outcomes;
  };
  return { clock, write };
};

const count = (outcomes: readonly string[], outcome: string): number =>
  outcomes.filter((one) => one === outcome).length;

describe("[LIMIT1] what one person may write", () => {
  it("is an outbox of 50, three votes each of a table of 40, and a pasted list of 30, all at once", () => {
    expect(count(ofTheHouse().write("kari", 50 + 3 * 40 + 30), "taken")).toBe(200);
  });

  it("ends there, and says when the next is taken", () => {
    const { clock, write } = ofTheHouse();
    write("kari", 200);
    clock.now += 400;
    expect(write("kari", 3)).toEqual(Array(3).fill("TOO_MANY_WRITES 600"));
    clock.now += 600;
    expect(write("kari", 2)).toEqual(["taken", "TOO_MANY_WRITES 1000"]);
  });

  it("is one a second for somebody who never stops, for as long as they go on", () => {
    const { clock, write } = ofTheHouse();
    write("kari", 200);
    let taken = 0;
    for (; clock.now < 3_600_000; clock.now += 50) taken += count(write("kari"), "taken");
    expect(taken).toBeGreaterThan(3_550);
    expect(taken).toBeLessThan(3_650);
  });

  it("comes back with time, and never grows beyond what may come at once", () => {
    const { clock, write } = ofTheHouse();
    write("kari", 200);
    clock.now += 24 * 3_600_000;
    expect(count(write("kari", 300), "taken")).toBe(200);
  });

  it("is nothing to others, wherever they sit", () => {
    const { write } = ofTheHouse();
    write("vandal", 1_000);
    expect(write("kari")).toEqual(["taken"]);
  });

  it("has no end where the operator says so", () => {
    const limit = new WriteLimit({ aMinute: 0, atOnce: 1 });
    for (let i = 0; i < 1_000; i++) limit.spend("kari");
  });
});
