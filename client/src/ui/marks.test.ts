import { expect, it } from "vitest";
import { hasMarks } from "./marks.js";

it.each(["Se https://udir.no", "Vi **må** prøve", "- én\n- to", "1. én", "Først:\n  * én"])(
  "are in %j",
  (text) => {
    expect(hasMarks(text)).toBe(true);
  },
);

it.each(["Vi prøver", "2 * 3 * 4", "a - b", "18.30 er det slutt", "** "])("are not in %j", (text) => {
  expect(hasMarks(text)).toBe(false);
});

it("are found in as long a text as a card holds, with marks in every line", () => {
  const line = "- **Prøv** å [lese](https://udir.no/a_b) _sammen_!\n";
  expect(hasMarks(line.repeat(15))).toBe(true);
});

it.each(["[a](", "- [a](<", "**a *b ", "> - `a"])(
  "are left as they are where there is little but %j",
  (piece) => {
    expect(hasMarks(`**a** ${piece.repeat(300)}`)).toBe(false);
  },
);
