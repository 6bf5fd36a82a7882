import type { Page } from "playwright-core";

/**
 * What the last row of a hall cannot read, a line each: text that is smaller than 24 pixels, and lines of which a part is
 * cut off. What is turned page by page has its lines whole or not at all.
 */
export function lostOnLastRow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    /** Rounding, and the room that type leaves above and below its letters. */
    const SLACK = 2;
    interface Pane {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const within = (a: Pane, b: Pane): Pane => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const everything = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    /** What an element lets be seen of what is in it. */
    const paneOf = (one: Element): Pane => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const room = Number(/calc\(100% - ([\d.]+)px\)/.exec(clipPath)?.[1] ?? Infinity);
      return {
        ...everything,
        ...(overflowX === "visible" ? {} : { left, right }),
        ...(overflowY === "visible" ? {} : { top, bottom: Math.min(bottom, top + room) }),
      };
    };
    const seenThrough = (one: Element | null): Pane =>
      one ? within(paneOf(one), seenThrough(one.parentElement)) : screen;
    const screen = { left: 0, right: window.innerWidth, top: 0, bottom: window.innerHeight };
    const stateOf = (line: DOMRect, pane: Pane): "seen" | "unseen" | "cut" => {
      const { left, right, top, bottom } = within(line, pane);
      if (right - left <= SLACK || bottom - top <= SLACK) return "unseen";
      const isWhole = right - left >= line.width - SLACK && bottom - top >= line.height - SLACK;
      return isWhole ? "seen" : "cut";
    };
    const faultsOf = (text: Node, holder: Element): string[] => {
      const words = (text.textContent ?? "").trim().slice(0, 60);
      const size = parseFloat(getComputedStyle(holder).fontSize);
      const range = document.createRange();
      range.selectNodeContents(text);
      const pane = seenThrough(holder);
      const states = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 0).map((line) => stateOf(line, pane)),
      );
      return [
        // Half a tenth is rounding.
        ...(size < LEAST - 0.05 ? [`${size} px: ${words}`] : []),
        ...(states.has("cut") ? [`cut off: ${words}`] : []),
        ...(states.has("unseen") && !holder.closest("[data-paged]") ? [`not to be seen: ${words}`] : []),
      ];
    };
    const faults: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const holder = text.parentElement;
      if (!holder || !text.textContent?.trim() || holder.closest(".ds-sr-only, script, style, [role=status]"))
        continue;
      if (holder.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        faults.push(...faultsOf(text, holder));
    }
    return faults;
  });
}
