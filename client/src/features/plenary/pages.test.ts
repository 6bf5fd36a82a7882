import { describe, expect, it } from "vitest";
import { pagesOf, rowsOf } from "./pages.js";

const row = (top: number, bottom: number) => ({ top, bottom });

describe("what is turned page by page", () => {
  it("takes what lies side by side as one row", () => {
    expect(rowsOf([row(50, 90), row(0, 40), row(2, 48), row(50, 95)])).toEqual([row(0, 48), row(50, 95)]);
    expect(rowsOf([row(0, 30), row(29.5, 60)])).toHaveLength(2);
    expect(rowsOf([])).toEqual([]);
  });

  it("puts as many rows on a page as there is room for, and cuts none", () => {
    const rows = [row(0, 40), row(45, 85), row(90, 130), row(135, 175)];
    expect(pagesOf(rows, 90)).toEqual([row(0, 85), row(90, 175)]);
    expect(pagesOf(rows, 84)).toEqual(rows);
    expect(pagesOf(rows, 175)).toEqual([row(0, 175)]);
  });

  it("gives a row that is higher than a page a page of its own", () => {
    expect(pagesOf([row(0, 40), row(40, 300), row(300, 340)], 100)).toEqual([
      row(0, 40),
      row(40, 300),
      row(300, 340),
    ]);
  });
});
