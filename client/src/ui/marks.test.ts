import { expect, it } from "vitest";
import { hasMarks, inShort, withoutMarks } from "./marks.js";

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

it.each([
  ["Vi **må** prøve, *ikke* _bare_ snakke: **nå**", "Vi må prøve, ikke bare snakke: nå"],
  ["**Vi *må* prøve**", "Vi må prøve"],
  ["- **én**\n* to\n1. tre", "én\nto\n1. tre"],
  [
    "Les [rammeplanen](https://udir.no/a_b_c) og https://udir.no/x_y_z",
    "Les rammeplanen og https://udir.no/x_y_z",
  ],
  ["2 * 3 * 4 **", "2 * 3 * 4 **"],
  ["[trykk](javascript:alert(1)) **her**", "[trykk](javascript:alert(1)) her"],
])("are gone from %j where only the words are wanted", (text, words) => {
  expect(withoutMarks(text)).toBe(words);
});

it("do not count when a card is named by its first words", () => {
  expect(inShort(`**${"å".repeat(60)}**`)).toBe("å".repeat(60));
  expect(inShort(`**${"å".repeat(61)}**`)).toBe(`${"å".repeat(57)} …`);
});
