export type Palette = ReadonlyMap<string, string>;

/** The custom properties with a colour that a rule of a stylesheet sets. */
export function paletteOf(css: string, selector: string): Palette {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`No rule for ${selector}`);
  const rule = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...rule.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", colour = ""]) => [name, colour]),
  );
}

/** Contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
