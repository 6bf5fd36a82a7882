import { expect, it } from "vitest";
import { pointsIn } from "./pasted-list.js";

it("finds the points of a list", () => {
  expect(pointsIn("- Én\n- To")).toEqual(["Én", "To"]);
  expect(pointsIn("• Én\r\n\r\n• To\r\n")).toEqual(["Én", "To"]);
  expect(pointsIn("1. Én\n2) To\n10. Ti")).toEqual(["Én", "To", "Ti"]);
  expect(pointsIn("Én\nTo\nTre")).toEqual(["Én", "To", "Tre"]);
});

it.each([
  ["one line", "- Én"],
  ["two lines of running text", "Vi prøvde dette.\nDet gikk bra."],
  ["an address in two lines", "Skulegata 1\n6900 Florø"],
  ["long paragraphs", `${"a ".repeat(150)}\n${"b ".repeat(150)}\n${"c ".repeat(150)}`],
  ["a document", "x\n".repeat(40)],
])("takes %s for what it is", (_, text) => {
  expect(pointsIn(text)).toEqual([]);
});
