import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser.js";
import { ENGINES } from "./audit.js";
import { ibmChecker } from "./engines/ibm.js";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const pageWith = async (body: string, style = ""): Promise<Page> => {
  const page = await browser.newPage();
  const head = `<meta charset="utf-8"><title>Prøve</title><style>${style}</style>`;
  await page.setContent(`<!doctype html><html lang="nb"><head>${head}</head><body>${body}</body></html>`);
  return page;
};

const PAST = '<a href="#main">Hopp til innholdet</a>';

describe.each(ENGINES)("$name", (engine) => {
  it("finds a link without a name, in a list that is none", async () => {
    const sound = await pageWith(`${PAST}<main id="main"><h1>Prøve</h1><ul><li>Ord.</li></ul></main>`);
    expect(await engine.failuresOn(sound)).toEqual([]);
    const broken = await pageWith(`${PAST}<main id="main"><h1>Prøve</h1><ul><a href="x"></a></ul></main>`);
    expect((await engine.failuresOn(broken)).length).toBeGreaterThan(0);
  });
});

describe("the rule about turning, which is left out where no style turns anything", () => {
  const words = "<main><h1>Prøve</h1><p>Ord.</p></main>";

  it("finds a page that is turned back when the device is turned", async () => {
    const turned = await pageWith(
      words,
      "@media (orientation: landscape) { main { transform: rotate(90deg) } }",
    );
    expect(await ibmChecker.failuresOn(turned)).toEqual([
      expect.stringContaining("element_orientation_unlocked"),
    ]);
  });
});
