import { describe, expect, it } from "vitest";
import type { Pulse } from "../../live/index.js";
import { byNeed, type Group, groupsAtWork, inOrderOf, livesOf } from "./group-life.js";

const now = Date.parse("2026-01-01T12:00:00Z");

function group(number: number, arena: Group["arena"] = "CROSS"): Group {
  const unit = {
    __typename: "Unit" as const,
    id: "u",
    name: "U",
    municipality: "M",
    kind: "SCHOOL" as const,
  };
  const member = { __typename: "Participant" as const, id: "p", name: "P", people: 1, unit };
  return {
    __typename: "Group",
    id: `g${number}`,
    arena,
    number,
    name: "",
    boardId: `b${number}`,
    people: 1,
    round: 1,
    secretaryId: null,
    satHere: false,
    members: [member],
  };
}

function pulse(number: number, more: Partial<Pulse>): Pulse {
  return {
    __typename: "BoardPulse",
    boardId: `b${number}`,
    cards: [],
    unanswered: 0,
    present: 0,
    writing: 0,
    lastWriteAt: "2026-01-01T11:59:00Z",
    frozen: false,
    people: 6,
    ready: 0,
    hands: 0,
    ...more,
  };
}

function order(pulses: Pulse[], isWriting = true): number[] {
  const groups = [group(1), group(2), group(3)];
  return livesOf(groups, pulses, now, isWriting)
    .toSorted(byNeed)
    .map((life) => life.group.number);
}

describe("the order of groups", () => {
  it("puts the quiet one first, then the one with the most unanswered", () => {
    const silent = pulse(3, { lastWriteAt: "2026-01-01T11:50:00Z" });
    expect(order([pulse(1, {}), pulse(2, { unanswered: 4 }), silent])).toEqual([3, 2, 1]);
  });

  it("calls nobody quiet when the part asks for no writing", () => {
    expect(order([pulse(1, {}), pulse(2, {}), pulse(3, { lastWriteAt: null })], false)).toEqual([1, 2, 3]);
  });

  it("does not call a group quiet while somebody there writes", () => {
    expect(order([pulse(1, {}), pulse(2, { lastWriteAt: null, writing: 1 }), pulse(3, {})])).toEqual([
      1, 2, 3,
    ]);
  });

  it("can be held, with newcomers last", () => {
    const lives = livesOf([group(1), group(2), group(3)], [], now, true);
    expect(inOrderOf(lives, ["g3", "g1"]).map((life) => life.group.number)).toEqual([3, 1, 2]);
  });
});

it("shows the groups across units in plenary", () => {
  const groups = [group(1, "UNIT"), group(2, "CROSS")];
  expect(groupsAtWork(groups, "PLENARY").map(({ id }) => id)).toEqual(["g2"]);
  expect(groupsAtWork(groups, "UNIT").map(({ id }) => id)).toEqual(["g1"]);
});
