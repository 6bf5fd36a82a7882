import type { Page } from "playwright-core";
import { axeCore } from "./engines/axe.js";
import type { Engine } from "./engines/engine.js";
import { ibmChecker } from "./engines/ibm.js";
import { markup } from "./engines/markup.js";
import { qualWeb } from "./engines/qualweb.js";
import { lostBySpacing, ownFailuresOn, type Targets, targetsOn } from "./own-checks.js";

/** QualWeb comes last: it leaves marks in the page. */
export const ENGINES: readonly Engine[] = [axeCore, ibmChecker, markup, qualWeb];

export interface Audit {
  /** What is wrong, each with who says so; empty is good. */
  readonly wrong: readonly string[];
  readonly targets: Targets;
}

/** Everything that machines can tell of the page as it is now, with nothing that is still on its way into sight. */
export async function audit(page: Page): Promise<Audit> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const targets = await targetsOn(page);
  const wrong = [...(await ownFailuresOn(page)), ...(await lostBySpacing(page))];
  for (const slight of targets.slight) wrong.push(`smaller than a thumb: ${slight}`);
  for (const small of targets.small) wrong.push(`too small to hit: ${small}`);
  for (const engine of ENGINES) {
    for (const failure of await engine.failuresOn(page)) wrong.push(`${engine.name}: ${failure}`);
  }
  return { wrong, targets };
}
