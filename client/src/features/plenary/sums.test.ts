import { expect, it } from "vitest";
import { sumsOf } from "./sums.js";

it("adds up what lies on all boards, kind by kind, and leaves out what nobody wrote", () => {
  const one = {
    cards: [
      { kind: "IDEA" as const, count: 2 },
      { kind: "CHALLENGE" as const, count: 0 },
    ],
  };
  const other = { cards: [{ kind: "IDEA" as const, count: 3 }] };
  expect(sumsOf([one, other])).toEqual([{ kind: "IDEA", count: 5 }]);
});
