import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it("renders a page, with Norwegian letters and a running script", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.setContent(
    `<h1>Ordskifte på samlinga</h1><script>document.title = [..."æøå"].join(" ")</script>`,
  );
  expect(await page.title()).toBe("æ ø å");
  expect(await page.locator("h1").innerText()).toBe("Ordskifte på samlinga");
  expect((await page.screenshot()).length).toBeGreaterThan(3_000);
});
