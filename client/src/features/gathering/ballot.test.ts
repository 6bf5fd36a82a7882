import { expect, it } from "vitest";
import { dotsLeft, dotsOn, sharedPlaces, together, withDots } from "./ballot.js";

it("keeps a ballot as the ideas that have dots", () => {
  const ballot = withDots(withDots([], "a", 2), "b", 1);
  expect(ballot).toEqual([
    { ideaId: "a", dots: 2 },
    { ideaId: "b", dots: 1 },
  ]);
  expect(withDots(ballot, "a", 0)).toEqual([{ ideaId: "b", dots: 1 }]);
  expect(dotsOn(ballot, "a")).toBe(2);
  expect(dotsOn(ballot, "c")).toBe(0);
  expect(dotsLeft(ballot, 5)).toBe(2);
});

it("adds the ballots of a table up", () => {
  const one = [{ ideaId: "a", dots: 2 }];
  const other = [
    { ideaId: "b", dots: 1 },
    { ideaId: "a", dots: 1 },
  ];
  expect(together([{ choices: one }, { choices: other }, { choices: [] }])).toEqual([
    { ideaId: "a", dots: 3 },
    { ideaId: "b", dots: 1 },
  ]);
});

it("knows which places are shared", () => {
  expect([...sharedPlaces([{ place: 1 }, { place: 1 }, { place: 3 }])]).toEqual([1]);
});
