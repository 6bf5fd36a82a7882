import { expect, test } from "vitest";
import { item } from "../../live/testing/samples.js";
import { draftOf, fieldsOf, retimed, wrongsIn } from "./item-draft.js";

const full = {
  ...item("i1", 1, "Ideer"),
  minutes: 25,
  phases: { __typename: "PhaseMinutes" as const, individual: 5, group: 15, plenary: 5 },
  vote: { __typename: "VoteSettings" as const, budget: 5, maxPerIdea: 2, per: "UNIT" as const },
  startsAt: "2027-03-12T08:00:00.000Z",
  critique: false,
};

test("what is sent of an item that nobody touched is what it was", () => {
  expect(fieldsOf(draftOf(full))).toMatchObject({
    minutes: 25,
    phases: { individual: 5, group: 15, plenary: 5 },
    vote: { budget: 5, maxPerIdea: 2, per: "UNIT" },
    startsAt: "2027-03-12T08:00:00.000Z",
    critique: false,
    dueAt: null,
  });
});

test("parts follow when the minutes change, and are told of when they do not add up", () => {
  expect(fieldsOf(retimed(draftOf(full), 50)).phases).toEqual({ individual: 10, group: 30, plenary: 10 });
  const odd = fieldsOf(retimed(draftOf(full), 7)).phases;
  expect((odd?.individual ?? 0) + (odd?.group ?? 0) + (odd?.plenary ?? 0)).toBe(7);
  expect(wrongsIn({ ...draftOf(full), minutes: "26" })).toMatchObject({ phases: true, minutes: false });
});

test("a time of its own and a day for home do not go together", () => {
  const home = { ...draftOf(full), atHome: true, dueAt: "2027-03-10T12:00" };
  expect(fieldsOf(home).startsAt).toBeNull();
  expect(fieldsOf(home).dueAt).toBe(new Date("2027-03-10T12:00").toISOString());
  expect(wrongsIn({ ...home, vote: { budget: "2", maxPerIdea: "3", per: "PERSON" } }).vote).toBe(true);
});
