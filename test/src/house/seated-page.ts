import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Somebody } from "./hall.js";

const PHONE = { width: 390, height: 844 };
/** Twice the library's own: a slow machine that has other work must not fail a test. */
const PATIENCE_MS = 60_000;

/** A page in a fresh browser in which `who` is signed in. Closing the browser closes it. */
export async function seatedPage(
  browser: Browser,
  who: Somebody | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: "nb-NO", viewport: PHONE, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const { url, token } = who?.api ?? { url: "", token: null };
  if (token !== null) await context.addCookies([{ name: "ordskifte", value: token, url }]);
  return context.newPage();
}
