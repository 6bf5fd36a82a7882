import { describe, expect, it } from "vitest";
import { compareCursors, formatCursor, parseCursor } from "./cursor.js";

describe("cursor", () => {
  it("is read as it was written", () => {
    const cursor = { epoch: "0198f3c2-7a1b-7c3d-8e4f-0a1b2c3d4e5f", sequence: 42 };
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  });

  it.each(["", "a", "a.", ".1", "a.-1", "a.01", "a.1.2", "a.9999999999999999", "a b.1", "a.1 "])(
    "refuses %j",
    (text) => {
      expect(parseCursor(text)).toBeNull();
    },
  );

  it("orders sequences inside one epoch only", () => {
    const at = (epoch: string, sequence: number) => ({ epoch, sequence });
    expect(compareCursors(at("a", 9), at("a", 10))).toBe("older");
    expect(compareCursors(at("a", 10), at("a", 10))).toBe("same");
    expect(compareCursors(at("a", 11), at("a", 10))).toBe("newer");
    expect(compareCursors(at("b", 11), at("a", 10))).toBe("elsewhere");
  });
});
