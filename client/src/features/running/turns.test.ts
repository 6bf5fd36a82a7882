import { expect, it } from "vitest";
import { roundIn } from "./turns.js";

const group = { id: "g1", members: [{ id: "anna" }, { id: "bo" }, { id: "eli" }] };
const turn = (participantId: string, moment = 4) => ({ groupId: "g1", moment, participantId });

it("begins with the first, and goes round", () => {
  expect(roundIn(group, [], 4)).toEqual({ said: null, now: { id: "anna" }, next: { id: "bo" } });
  expect(roundIn(group, [turn("eli")], 4)).toEqual({ said: "eli", now: { id: "eli" }, next: { id: "anna" } });
});

it("forgets the turns of an earlier moment, and those of other groups", () => {
  expect(roundIn(group, [turn("eli", 3)], 4).now?.id).toBe("anna");
  expect(roundIn(group, [{ ...turn("eli"), groupId: "g2" }], 4).now?.id).toBe("anna");
});

it("begins again where the speaker has left, and knows an empty group", () => {
  expect(roundIn(group, [turn("gone")], 4)).toMatchObject({ said: "gone", now: { id: "anna" } });
  expect(roundIn({ id: "g1", members: [] }, [], 4)).toEqual({ said: null, now: null, next: null });
});
