import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";

const PUBLIC = resolve(import.meta.dirname, "../../../client/public");
const PAPER = "#fbf6ed";

/** Each picture's size in pixels, and how much of it the mark fills: a mask may cut away a fifth on each side. */
const ICONS = {
  "icon-192": { size: 192, fill: 0.84, ground: "transparent" },
  "icon-512": { size: 512, fill: 0.84, ground: "transparent" },
  "icon-maskable-512": { size: 512, fill: 0.6, ground: PAPER },
  "apple-touch-icon": { size: 180, fill: 0.72, ground: PAPER },
} as const;

/** Draws the name mark as the pictures that phones put on their first screen, into `client/public/icons`. */
export async function drawIcons(browser: Browser): Promise<void> {
  const mark = (await readFile(join(PUBLIC, "favicon.svg"))).toString("base64");
  const page = await browser.newPage();
  for (const [name, { size, fill, ground }] of Object.entries(ICONS)) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;height:${size}px;background:${ground}">
        <img alt="" src="data:image/svg+xml;base64,${mark}" width="${size * fill}" height="${size * fill}">`,
    );
    await page.screenshot({ path: join(PUBLIC, "icons", `${name}.png`), omitBackground: true });
  }
  await page.close();
}
