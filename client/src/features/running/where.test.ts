import { expect, it } from "vitest";
import { moveOf } from "./where.js";

const open = { id: "r1", state: "OPEN" };
const still = { moment: 3, summons: null, voteRounds: [open] };

it("knows a move by another item, a call and a round that opens", () => {
  for (const moved of [
    { ...still, moment: 4 },
    { ...still, summons: { id: "s1" } },
    { ...still, voteRounds: [open, { id: "r2", state: "OPEN" }] },
  ])
    expect(moveOf(moved)).not.toBe(moveOf(still));
});

it("calls nobody away from a vote that closes, whose result they wait for", () => {
  const closed = { ...still, voteRounds: [{ ...open, state: "CLOSED" }] };
  expect(moveOf(closed)).toBe(moveOf(still));
});
