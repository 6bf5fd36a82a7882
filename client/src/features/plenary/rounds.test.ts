import { expect, it } from "vitest";
import { barsOf } from "./rounds.js";

function round(dots: number[]) {
  const results = dots.map((count, index) => ({
    __typename: "VoteResult" as const,
    ideaId: `i${index}`,
    dots: count,
    voters: count,
    place: dots.filter((other) => other > count).length + 1,
  }));
  const candidates = results.map(({ ideaId }) => ({
    __typename: "Candidate" as const,
    ideaId,
    body: `Idea ${ideaId}`,
    language: null,
    boardTitle: "",
  }));
  return { results, candidates };
}

it("shows ties as ties, and nothing without dots", () => {
  const bars = barsOf(round([5, 3, 3, 0]));
  expect(bars.map(({ place, tied, dots }) => [place, tied, dots])).toEqual([
    [1, false, 5],
    [2, true, 3],
    [2, true, 3],
  ]);
  expect(bars[1]?.share).toBeCloseTo(0.6);
});

it("never cuts a tie in two", () => {
  expect(barsOf(round([5, 4, 2, 2, 2]), 3).map(({ dots }) => dots)).toEqual([5, 4]);
  expect(barsOf(round([5, 4, 2, 2]), 4)).toHaveLength(4);
});

it("has nothing to show before the result is there", () => {
  expect(barsOf({ results: null, candidates: [] })).toEqual([]);
});
