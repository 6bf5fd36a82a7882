import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { describeError } from "./log.js";

describe("what is written down of an error", () => {
  it("is its kind and where it happened", () => {
    const described = describeError(new RangeError("Too far."));
    expect(described).toMatchObject({ type: "RangeError", message: "Too far." });
    expect(described.stack).toMatch(/^ {4}at .*log\.test\.ts/);
  });

  it("is not what people wrote, which Postgres and the ORM repeat", () => {
    const fromPostgres = Object.assign(new Error('duplicate key: "Kari Nordmann"'), {
      severity: "ERROR",
      code: "23505",
      detail: "Key (name)=(Kari Nordmann) already exists.",
    });
    const fromOrm = Object.assign(new Error("query failed"), {
      driverError: fromPostgres,
      parameters: ["Kari Nordmann"],
    });
    for (const error of [fromPostgres, fromOrm]) {
      expect(JSON.stringify(describeError(error))).not.toContain("Kari");
      expect(describeError(error)).toMatchObject({ code: "23505", message: "Refused by the database." });
    }
  });

  it.each([
    ["a text", "hunter2"],
    ["nothing", undefined],
    ["an object", { password: "hunter2" }],
  ])("is next to nothing where %s was thrown", (_, thrown) => {
    expect(JSON.stringify(describeError(thrown))).not.toContain("hunter2");
  });

  it("stands in the log line", () => {
    const lines: string[] = [];
    const sink = new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) });
    pino({ serializers: { err: describeError } }, sink).error({ err: new Error("Too far.") });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ err: { type: "Error", message: "Too far." } });
  });
});
