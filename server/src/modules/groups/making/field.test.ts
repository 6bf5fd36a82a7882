import { describe, expect, test } from "vitest";
import { fieldOf } from "./field.js";

const elements = (order: number): number[] => [...Array(order).keys()];

describe("finite fields", () => {
  test.each([2, 3, 4, 5, 7, 8, 9, 16, 25, 27])("of %i elements", (order) => {
    const field = fieldOf(order);
    expect(field).not.toBeNull();
    if (!field) return;
    for (const a of elements(order)) {
      const sums = elements(order).map((b) => field.add(a, b));
      expect(new Set(sums).size).toBe(order);
      const products = elements(order).map((b) => field.multiply(a, b));
      expect(new Set(products).size).toBe(a === 0 ? 1 : order);
      for (const b of elements(order))
        expect(field.multiply(a, field.add(b, 1))).toBe(field.add(products[b] ?? -1, field.multiply(a, 1)));
    }
  });

  test.each([0, 1, 6, 10, 12, 15])("there is none of %i elements", (order) => {
    expect(fieldOf(order)).toBeNull();
  });
});
