import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** A checker that knows the rules, and what it finds wrong at A or AA on the page as it is now. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** The rule and the place of each failure; empty is good. Doubts that only a person can settle are none. */
  failuresOn(page: Page): Promise<string[]>;
}

const fromHere = createRequire(import.meta.url);

export function versionOf(name: string): string {
  const path = fromHere
    .resolve(name)
    .replace(/(node_modules\/(?:@[^/]+\/)?[^/]+)\/(?!.*node_modules).*$/, "$1");
  return (JSON.parse(readFileSync(`${path}/package.json`, "utf8")) as { version: string }).version;
}

export function sourceOf(name: string): string {
  return readFileSync(fromHere.resolve(name), "utf8");
}

/** A page under our policy runs no script of others: an engine comes in as the browser's own, once a document. */
export async function bringIn(page: Page, name: string, sources: readonly string[]): Promise<void> {
  const isThere = await page.evaluate((key) => key in window, name);
  if (!isThere) for (const source of sources) await page.evaluate(`${source}\n;void 0`);
}
