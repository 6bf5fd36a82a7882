import { readFileSync } from "node:fs";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { type Limit, LIMITS, passedLimit } from "./limits.js";

const nested = (depth: number): string => `${"{ a ".repeat(depth - 1)}{ a }${"}".repeat(depth - 1)}`;
const inside = (fields: string): string => `{ a { ${fields} } }`;
const many = (count: number, text: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => text(number)).join(" ");

const documents: [limit: Limit, write: (amount: number) => string][] = [
  ["depth", nested],
  ["depth", (amount) => `{ ...f } fragment f on Query ${nested(amount)}`],
  ["depth", (amount) => `{ ... on Query { a { ...f } } } fragment f on A ${nested(amount - 1)}`],
  ["fields", (amount) => inside("b ".repeat(amount - 1))],
  [
    "fields",
    (amount) => `{ a { ...f ...f } } fragment f on A { b { ${"c ".repeat((amount - 1) / 2 - 1)} } }`,
  ],
  ["aliases", (amount) => inside(many(amount, (n) => `x${n}: b`))],
  ["aliases", (amount) => `{ a { ...f ...f } } fragment f on A { ${many(amount / 2, (n) => `x${n}: b`)} }`],
  ["rootFields", (amount) => `{ ${"a ".repeat(amount)} }`],
  ["rootFields", (amount) => `{ ... on Query { ${"a ".repeat(amount)} } }`],
  ["directives", (amount) => inside(`b ${"@c ".repeat(amount)}`)],
  ["directives", (amount) => inside(`... ${"@c ".repeat(amount)} { b }`)],
  ["directives", (amount) => `query ($v: Int ${"@c ".repeat(amount - 1)}) @c { a }`],
  ["operations", (amount) => many(amount, (n) => `query q${n} { a }`)],
];

describe("limits of a document", () => {
  it.each(documents)("%s: what is just within, and what is over", (limit, write) => {
    expect(passedLimit(parse(write(LIMITS[limit])))).toBeNull();
    expect(passedLimit(parse(write(LIMITS[limit] + 2)))).toBe(limit);
  });

  it("ends at fragments that use each other in a circle", () => {
    expect(
      passedLimit(parse("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }")),
    ).toBeNull();
  });
});

const OWN = new URL("../../../schema/src/generated/persisted-documents.json", import.meta.url);
const own = Object.values(JSON.parse(readFileSync(OWN, "utf8")) as Record<string, string>);

describe("the documents of our own client", () => {
  it.each(own.map((text) => [/(query|mutation|subscription) \w+/.exec(text)?.[0], text]))(
    "%s fits well",
    (_, text = "") => {
      expect(Buffer.byteLength(text)).toBeLessThan(LIMITS.documentBytes / 2);
      expect(passedLimit(parse(text, { maxLexicalTokens: LIMITS.tokens / 2 }))).toBeNull();
    },
  );
});
