import { describe, expect, it } from "vitest";
import { contrast, type Palette, paletteOf } from "./contrast.js";
import css from "./palette.css?raw";

const light = paletteOf(css, '[data-color-scheme="light"]');
const dark = paletteOf(css, '[data-color-scheme="auto"]');
const projector = new Map([...light, ...paletteOf(css, '[data-theme="projector"]')]);

const GROUNDS = ["background-default", "background-tinted", "surface-default", "surface-tinted"];
const KINDS = ["example", "challenge", "answer", "idea", "reflection", "theory", "takeaway"];
const darkProjector = paletteOf(css, '[data-theme="projector"][data-color-scheme="dark"]');

/** Every pair of text and ground that the parts put together. */
function texts(): [string, string][] {
  const own = ["accent", "neutral", "brand1"].flatMap((colour) => [
    ...GROUNDS.flatMap((ground): [string, string][] => [
      [`--ds-color-${colour}-text-default`, `--ds-color-${colour}-${ground}`],
      [`--ds-color-${colour}-text-subtle`, `--ds-color-${colour}-${ground}`],
    ]),
    [`--ds-color-${colour}-base-contrast-default`, `--ds-color-${colour}-base-default`] as [string, string],
  ]);
  const kinds = KINDS.flatMap((kind): [string, string][] => [
    [`--os-${kind}-ink`, `--os-${kind}-tint`],
    [`--os-${kind}-ink`, "--ds-color-neutral-surface-default"],
  ]);
  const onSand = ["accent", "brand1"].map((colour): [string, string] => [
    `--ds-color-${colour}-text-subtle`,
    "--ds-color-neutral-background-default",
  ]);
  return [...own, ...kinds, ...onSand];
}

/** Lines and marks that tell something by themselves. */
function marks(): [string, string][] {
  const kinds = KINDS.map((kind): [string, string] => [
    `--os-${kind}-line`,
    "--ds-color-neutral-surface-default",
  ]);
  return [
    ...kinds,
    ["--ds-color-neutral-border-default", "--ds-color-neutral-surface-default"],
    ["--ds-color-neutral-border-default", "--ds-color-neutral-background-default"],
    ["--ds-color-brand1-base-default", "--ds-color-neutral-surface-default"],
  ];
}

function tooWeak(palette: Palette, pairs: [string, string][], least: number): string[] {
  return pairs
    .map(([ink, ground]) => ({
      ink,
      ground,
      is: contrast(palette.get(ink) ?? "", palette.get(ground) ?? ""),
    }))
    .filter(({ is }) => !(is >= least))
    .map(({ ink, ground, is }) => `${ink} on ${ground}: ${is.toFixed(2)}`);
}

describe("the palette", () => {
  it("is counted as WCAG counts", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(tooWeak(new Map(), [["--a", "--b"]], 1)).toHaveLength(1);
  });

  it.each([
    ["light", light],
    ["dark", dark],
  ])("lets every text be read in the %s scheme", (_, palette) => {
    expect(tooWeak(palette, texts(), 4.5)).toEqual([]);
    expect(tooWeak(palette, marks(), 3)).toEqual([]);
  });

  it.each([
    ["light", projector],
    ["dark", darkProjector],
  ])("holds 7:1 on the projector in the %s scheme", (_, palette) => {
    expect(tooWeak(palette, texts(), 7)).toEqual([]);
  });
});
