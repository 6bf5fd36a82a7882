import type { Page } from "playwright-core";

/** What a live region has come to hold. */
export interface Heard {
  readonly words: string;
  /** Since the page was opened, in milliseconds. */
  readonly at: number;
  /** Of the one region that gathers what happens elsewhere on the page. */
  readonly isGathered: boolean;
  /** The region came together with its words, which few screen readers tell of; alerts are told of all the same. */
  readonly isLate: boolean;
}

declare global {
  interface Window {
    heard: Heard[];
  }
}

/** Writes down from now on what each page that is opened tells without the focus being moved. */
export async function listenTo(page: Page): Promise<void> {
  await page.addInitScript(writeDown);
}

/** The five seconds between two announcements pass in one: what is told is the same, and a test of their own waits for them. */
export async function hurry(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    const sooner = (run: TimerHandler, ms?: number): number => later(run, ms === 5000 ? 1000 : ms);
    Object.assign(window, { setTimeout: sooner });
  });
}

export const heardOn = (page: Page): Promise<readonly Heard[]> => page.evaluate(() => window.heard);

function writeDown(): void {
  const REGIONS = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
  window.heard = [];
  const last = new WeakMap<Element, string>();
  const hear = (region: Element, isNew: boolean): void => {
    const words = region.textContent?.trim() ?? "";
    if (words === "" || last.get(region) === words) return;
    last.set(region, words);
    const isGathered = region.matches(".ds-sr-only[role=status]") && !region.closest("main, header");
    const isLate = isNew && !region.matches("[role=alert]");
    window.heard.push({ words, at: performance.now(), isGathered, isLate });
  };
  const look = ({ target, addedNodes }: MutationRecord): void => {
    const place = target instanceof Element ? target : target.parentElement;
    const region = place?.closest(REGIONS);
    if (region) return hear(region, false);
    for (const node of addedNodes)
      if (node instanceof Element)
        for (const inside of [node, ...node.querySelectorAll(REGIONS)])
          if (inside.matches(REGIONS)) hear(inside, true);
  };
  const observer = new MutationObserver((changes) => changes.forEach(look));
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
