import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { fingerprint } from "./receipts.js";

const of = (text: string): string => hash("sha256", text, "base64");

test("[RECEIPT1] a fingerprint is of what is asked, whatever the order of its fields; receipts are kept, so it stays what it was", () => {
  const at = new Date("2026-09-01T08:00:00Z");
  const input = { b: [1, undefined, { d: "ø", c: null }], a: undefined, at, aa: { "": false } };
  const text = `["card.post",{"aa":{"":false},"at":"2026-09-01T08:00:00.000Z","b":[1,null,{"c":null,"d":"ø"}]}]`;
  expect(fingerprint("card.post", input)).toBe(of(text));
  expect(fingerprint("card.post", { at, aa: { "": false }, b: [1, null, { c: null, d: "ø" }] })).toBe(
    of(text),
  );
  expect(fingerprint("card.post", { ...input, b: [1] })).not.toBe(of(text));
});
