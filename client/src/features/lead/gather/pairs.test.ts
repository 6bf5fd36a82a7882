import { expect, it } from "vitest";
import { familiesOf, keyOf, pairsToShow } from "./pairs.js";

const idea = (id: string, mergedIntoId: string | null = null) => ({ id, body: id, mergedIntoId });

it("shows pairs that both stand and that nobody has told apart", () => {
  const ideas = [idea("a"), idea("b"), idea("c", "a"), idea("d")];
  const pairs = [
    { ideaId: "a", otherId: "b" },
    { ideaId: "a", otherId: "c" },
    { ideaId: "b", otherId: "d" },
    { ideaId: "a", otherId: "gone" },
  ];
  const shown = pairsToShow(pairs, ideas, new Set([keyOf("d", "b")]));
  expect(shown.map(({ one, other }) => [one.id, other.id])).toEqual([["a", "b"]]);
});

it("keeps with each idea those that live on in it, and shows one whose home was not sent", () => {
  const families = familiesOf([idea("a"), idea("b", "a"), idea("c", "elsewhere")]);
  expect(families.map(({ head, merged }) => [head.id, merged.map(({ id }) => id)])).toEqual([
    ["a", ["b"]],
    ["c", []],
  ]);
});
