import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withScale, type Kept } from "./rig/scale.js";

const DOCS = join(import.meta.dirname, "../../../docs");
const read = (name: string): string => readFileSync(join(DOCS, name), "utf8");

it("docs/SCALE.md calculates with what docs/BENCHMARKS.md has measured", () => {
  const scale = read("SCALE.md");
  expect(withScale(scale, JSON.parse(read("benchmarks.json")) as Kept)).toBe(scale);
});
