import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";

const PUBLIC = resolve(import.meta.dirname, "../../../client/public");
const PAPER = "#fbf6ed";

/** Each picture's size in pixels, and how much of it the mark fills: a mask may cut away a fifth on each side. */
const ICONS = {
  "icon-192": { size: 192, fill: 0.84, ground: "transparent" },
  "icon-512": { size: 512, fill: 0.84, ground: "transparent" },
  "icon-maskable-512": { size: 512, fill: 0.6, ground: PAPER },
  "apple-touch-icon": { size: 180, fill: 0.72, ground: PAPER },
} as const;

/** Draws the name mark as phones put it on their first screen, and what links show, into `client/public/icons`. */
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
  await drawPreview(page, mark);
  await page.close();
}

const FONT = resolve(
  import.meta.dirname,
  "../../../client/node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
);

/** The kinds of card along the way, in their colours on paper. */
const WAY = ["#0f5257", "#c2452f", "#4d7a2c", "#b07d00", "#8a5a2b"];

/** What a link shows where it is shared, in the size that most places ask for. */
async function drawPreview(page: Page, mark: string): Promise<void> {
  const font = (await readFile(FONT)).toString("base64");
  const stations = WAY.map((colour) => `<i style="background:${colour}"></i>`).join("");
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.setContent(
    `<style>
      @font-face { font-family: Ours; font-weight: 200 800; src: url(data:font/woff2;base64,${font}) }
      body { margin: 0; height: 630px; padding: 70px 90px; box-sizing: border-box; background: ${PAPER}; color: #08343a;
        font-family: Ours; display: flex; flex-direction: column; justify-content: space-between }
      header { display: flex; align-items: center; gap: 22px; font-size: 52px; font-weight: 700 }
      h1 { margin: 0; font-size: 92px; line-height: 1.08; font-weight: 750; letter-spacing: -0.02em }
      p { position: relative; display: flex; justify-content: space-between; margin: 0; width: 560px }
      p::before { content: ""; position: absolute; inset: 50% 0 auto; border-top: 4px dashed #c9bda8 }
      i { position: relative; width: 44px; height: 44px; border-radius: 50% }
    </style>
    <header><img alt="" src="data:image/svg+xml;base64,${mark}" width="92" height="92">Ordskifte</header>
    <h1>Del praksis.<br>Bli utfordret.<br>Ta ideene med hjem.</h1>
    <p>${stations}</p>`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(PUBLIC, "icons", "preview.jpg"), type: "jpeg", quality: 85 });
}
