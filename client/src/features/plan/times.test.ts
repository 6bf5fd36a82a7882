import { expect, test } from "vitest";
import { leastMinutes, minutesTogether, spansOf } from "./times.js";

const begins = Date.parse("2027-03-11T08:00:00Z");
const item = (minutes: number, more: { atHome?: boolean; startsAt?: string; kind?: string } = {}) => ({
  minutes,
  atHome: false,
  kind: "EXCHANGE",
  ...more,
});
const day = [
  item(45, { atHome: true }),
  item(15),
  item(90),
  item(60, { startsAt: "2027-03-12T09:30:00Z" }),
  item(20, { kind: "REFLECTION" }),
];

test("each item begins when the one before it ends, or at its own time; what is done at home has no time", () => {
  const at = (time: number) => new Date(time).toISOString().slice(8, 16);
  expect(spansOf(day, begins).map((span) => span && `${at(span.from)}-${at(span.to).slice(3)}`)).toEqual([
    null,
    "11T08:00-08:15",
    "11T08:15-09:45",
    "12T09:30-10:30",
    "12T10:30-10:50",
  ]);
});

test("what is done at home takes nothing of the time together", () => {
  expect(minutesTogether(day)).toBe(185);
  expect(leastMinutes(day)).toBe(25);
});
