import type { Page } from "playwright-core";

/** What the words about the net lie over: text, drawings and everything that can be pressed. Null while nothing is said. */
export function underNetWords(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const words = document.querySelector("[data-net]");
    if (!words) return null;
    const own = words.getBoundingClientRect();
    const isUnder = (box: DOMRect): boolean =>
      box.width > 0 &&
      box.left < own.right &&
      box.right > own.left &&
      box.top < own.bottom &&
      box.bottom > own.top;
    const isBare = (one: Element): boolean =>
      one.matches("svg, button, select, input, a") ||
      [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
    return [...document.querySelectorAll("header *, main *")]
      .filter((one) => !words.contains(one) && isBare(one) && !one.closest(".ds-sr-only"))
      .filter((one) => one.checkVisibility() && isUnder(one.getBoundingClientRect()))
      .map((one) => one.outerHTML.slice(0, 120));
  });
}
