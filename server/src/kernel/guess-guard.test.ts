import { expect, it } from "vitest";
import { GuessGuard } from "./guess-guard.js";

const HALL = "203.0.113.7";
const guard = () => new GuessGuard({ most: 3, periodMs: 60_000 });
const miss = (guesses: GuessGuard, address: string, times: number) => {
  for (let n = 0; n < times; n += 1) guesses.missed(address);
};
const refused = expect.objectContaining({ code: "TOO_MANY_GUESSES" }) as object;

it("lets a place guess wrong so often, and no more", () => {
  const guesses = guard();
  miss(guesses, HALL, 2);
  expect(() => guesses.check(HALL, "ABCDEF")).not.toThrow();
  miss(guesses, HALL, 1);
  expect(() => guesses.check(HALL, "ABCDEF")).toThrow(refused);
  expect(() => guesses.check(HALL, null)).toThrow(refused);
  expect(() => guesses.check("203.0.113.8", "ABCDEF")).not.toThrow();
});

it("keeps a code open where it was right, and nowhere else, whoever guesses there", () => {
  const guesses = guard();
  guesses.found(HALL, "ABCDEF");
  miss(guesses, HALL, 30);
  miss(guesses, "203.0.113.8", 30);
  expect(() => guesses.check(HALL, "ABCDEF")).not.toThrow();
  expect(() => guesses.check(HALL, "ABCDEG")).toThrow(refused);
  expect(() => guesses.check("203.0.113.8", "ABCDEF")).toThrow(refused);
});

it.each([
  ["2001:db8:1:2::1", "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:3::1"],
  ["2001:db8::1", "2001:0db8:0:0:1:2:3:4", "2001:db8:0:1::1"],
  ["::1", "0:0:0:0:1::", "1::1"],
  ["::ffff:203.0.113.7", "::ffff:203.0.113.7", "::ffff:203.0.113.8"],
])("counts %s and %s as one place, and %s as another", (one, same, other) => {
  const guesses = guard();
  miss(guesses, one, 3);
  expect(() => guesses.check(same, "ABCDEF")).toThrow(refused);
  expect(() => guesses.check(other, "ABCDEF")).not.toThrow();
});
