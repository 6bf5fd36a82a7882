import { expect, it } from "vitest";
import { asCsv } from "./as-csv.js";

it("keeps quotes, separators and line breaks inside their cell", () => {
  expect(asCsv([["a;b", 'si "ja"', "en\nto"]])).toBe('\uFEFF"a;b";"si ""ja""";"en\nto"\r\n');
});

it("lets nothing that people wrote become a formula", () => {
  expect(asCsv([["=1+1", "@x", "-2", "x=1"]])).toBe(`\uFEFF"'=1+1";"'@x";"'-2";"x=1"\r\n`);
});
