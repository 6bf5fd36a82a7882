import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe-core finds wrong at A or AA on the page as it is now: the rule, and where. Empty is good. */
export async function failuresOn(page: Page): Promise<string[]> {
  const isForced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // A page under our policy runs no script of others: the engine comes in as the browser's own.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults, { values: string[]; contrast: boolean }>(
    ({ values, contrast }) =>
      window.axe.run(document, {
        runOnly: { type: "tag", values },
        rules: { "color-contrast": { enabled: contrast } },
        resultTypes: ["violations"],
      }),
    // Forced colours are the reader's own, and what a script can read there is not what is painted.
    { values: LEVELS, contrast: !isForced },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

/** Pixels by which the page is wider than the window: reading must need no scrolling sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
