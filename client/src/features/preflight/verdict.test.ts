import { expect, it } from "vitest";
import { type Findings, gradeAnswers, gradeClock, gradeSocket } from "./verdict.js";

const good: Findings = { answers: [40, 60, 50], socketOpened: true, breaks: 0, clockOff: 900 };

it("is content with a net that answers and a socket that holds", () => {
  expect([gradeAnswers(good), gradeSocket(good), gradeClock(good)]).toEqual(["good", "good", "good"]);
});

it("tells a slow or leaky net from one that is not there", () => {
  expect(gradeAnswers({ ...good, answers: [40, null, 50] })).toBe("poor");
  expect(gradeAnswers({ ...good, answers: [2_000, 3_000, 40] })).toBe("poor");
  expect(gradeAnswers({ ...good, answers: [null, null] })).toBe("bad");
  expect(gradeAnswers({ ...good, answers: [] })).toBe("bad");
});

it("tells a socket that breaks from one that is stopped", () => {
  expect(gradeSocket({ ...good, breaks: 2 })).toBe("poor");
  expect(gradeSocket({ ...good, socketOpened: false })).toBe("bad");
  expect(gradeSocket({ ...good, socketOpened: null })).toBe("bad");
});

it("minds a clock that is half a minute off, either way", () => {
  expect(gradeClock({ ...good, clockOff: -31_000 })).toBe("poor");
  expect(gradeClock({ ...good, clockOff: 29_000 })).toBe("good");
  expect(gradeClock({ ...good, clockOff: null })).toBe("poor");
});
