import type { Browser, Page } from "playwright-core";

const PATIENCE_MS = 60_000;

/** A browser of one's own, in bokmål, that has never been here. */
export async function newVisitor(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ locale: "nb-NO", reducedMotion: "reduce", viewport });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}
