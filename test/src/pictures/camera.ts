import { join, resolve } from "node:path";
import type { Page } from "playwright-core";

export const FOLDER = resolve(import.meta.dirname, "../../../docs/pictures");

const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 850 },
  projector: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;
export const ALL = ["phone", "laptop", "projector"] as const satisfies readonly Size[];

/** How a screen is looked at: its size, and after a dash the dark scheme where that is meant. */
export type Look = Size | `${Size}-dark`;

/** Sets the size and the scheme, before the page draws itself. */
export const look = async (page: Page, as: Look): Promise<void> => {
  const [size, dark] = as.split("-") as [Size, string?];
  await page.setViewportSize(SIZES[size]);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
};

/** Waits until nothing is on its way and the fonts are there, then takes the picture. */
export const take = async (page: Page, name: string, as: Look): Promise<void> => {
  await look(page, as);
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(1_000);
  // A result is told from the last place to the first, and the first is what the picture is for.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.screenshot({ path: join(FOLDER, `${name}-${as}.jpg`), type: "jpeg", quality: 76 });
  process.stdout.write(`${name} ${as}\n`);
};

export const takeAll = async (page: Page, name: string, looks: readonly Look[]): Promise<void> => {
  for (const as of looks) await take(page, name, as);
};

/** Opens an address and takes it in each look. */
export const takeAt = async (
  page: Page,
  address: string,
  name: string,
  looks: readonly Look[],
): Promise<void> => {
  await look(page, looks[0] ?? "laptop");
  await page.goto(address);
  await page.locator("h1, h2").first().waitFor();
  await takeAll(page, name, looks);
};
