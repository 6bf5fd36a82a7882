import { describe, expect, it } from "vitest";
import { inTurn, roundIn } from "./turns.js";

const members = [{ id: "anna" }, { id: "bo" }, { id: "eli" }];
const turn = (participantId: string, moment = 4) => ({ groupId: "g1", moment, participantId });

describe("roundIn", () => {
  it("begins with the first, and goes round", () => {
    expect(roundIn("g1", members, [], 4)).toEqual({ said: null, now: { id: "anna" }, next: { id: "bo" } });
    expect(roundIn("g1", members, [turn("eli")], 4)).toEqual({
      said: "eli",
      now: { id: "eli" },
      next: { id: "anna" },
    });
  });

  it("forgets the turns of an earlier moment, and those of other groups", () => {
    expect(roundIn("g1", members, [turn("eli", 3)], 4).now?.id).toBe("anna");
    expect(roundIn("g1", members, [{ ...turn("eli"), groupId: "g2" }], 4).now?.id).toBe("anna");
  });

  it("begins again where the speaker has left, and knows an empty group", () => {
    expect(roundIn("g1", members, [turn("gone")], 4)).toMatchObject({ said: "gone", now: { id: "anna" } });
    expect(roundIn("g1", [], [], 4)).toEqual({ said: null, now: null, next: null });
  });
});

describe("inTurn", () => {
  const programme = ["UNIT", "CROSS", "PLENARY", "CROSS", "CROSS", "CROSS"].map((arena, i) => ({
    id: `item ${i}`,
    arena,
  }));
  const group = { id: "g1", arena: "CROSS", members: [...members, { id: "liv" }], secretaryId: "bo" };
  const at = (currentItemId: string | null) =>
    inTurn(group, { programme, currentItemId }).map(({ id }) => id);

  it("lets somebody else begin each time the group works together, and the one who writes speak last", () => {
    expect([1, 3, 4, 5].map((i) => at(`item ${i}`))).toEqual([
      ["anna", "eli", "liv", "bo"],
      ["eli", "liv", "anna", "bo"],
      ["liv", "anna", "eli", "bo"],
      ["anna", "eli", "liv", "bo"],
    ]);
  });

  it("is the same in plenary as in the item after it, and before anything is on as in the first", () => {
    expect(at("item 2")).toEqual(at("item 3"));
    expect(at(null)).toEqual(at("item 1"));
  });

  it("knows groups without anybody who writes, of that one alone, and of nobody", () => {
    const order = (ids: string[], secretaryId: string | null) =>
      inTurn(
        { ...group, members: ids.map((id) => ({ id })), secretaryId },
        { programme, currentItemId: "item 3" },
      );
    expect(order(["anna", "bo"], null)).toEqual([{ id: "bo" }, { id: "anna" }]);
    expect(order(["bo"], "bo")).toEqual([{ id: "bo" }]);
    expect(order([], null)).toEqual([]);
  });
});
