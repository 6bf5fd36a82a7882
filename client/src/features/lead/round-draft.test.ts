import { expect, test } from "vitest";
import { draftOf, roundOf, wrongsIn } from "./round-draft.js";

test("a vote is what was planned, and else as votes usually are", () => {
  const planned = { budget: 5, maxPerIdea: 1, per: "UNIT" as const };
  expect(roundOf(draftOf(" Hva prøver vi? ", planned))).toEqual({ title: "Hva prøver vi?", ...planned });
  expect(roundOf(draftOf("Hva?", null))).toMatchObject({ budget: 3, maxPerIdea: 2, per: "PERSON" });
});

test.each([
  [{ title: " " }, "title"],
  [{ budget: "0" }, "budget"],
  [{ budget: "21", most: "21" }, "budget"],
  [{ budget: "tre" }, "budget"],
  [{ most: "4" }, "most"],
  [{ most: "1.5" }, "most"],
])("%j is wrong in its %s", (typed, part) => {
  expect(wrongsIn({ ...draftOf("Hva?", null), ...typed })).toHaveProperty(part, true);
});

test("nothing is wrong with a vote as it usually is", () => {
  expect(Object.values(wrongsIn(draftOf("Hva?", null)))).toEqual([false, false, false]);
});
