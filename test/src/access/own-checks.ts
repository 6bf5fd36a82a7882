import type { Page } from "playwright-core";

/** Pixels by which the page is wider than the window: reading must need no scrolling sideways. */
function overflow(): string[] {
  const over = document.documentElement.scrollWidth - window.innerWidth;
  // One is rounding.
  return over > 1 ? [`${over} px too wide`] : [];
}

/** With reduced motion nothing moves. */
function motion(): string[] {
  const FRAME_MS = 16;
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) return [];
  return (
    document
      .getAnimations()
      // One that waits for its turn does not move, and one that is over within a frame is not seen to.
      .filter(({ playState, currentTime, effect }) => {
        const { delay = 0, activeDuration = 0 } = effect?.getComputedTiming() ?? {};
        const isSeen = Number(activeDuration) > FRAME_MS;
        return isSeen && playState === "running" && Number(currentTime ?? 0) >= delay;
      })
      .map((animation) => `moves: ${animation.id || animation.constructor.name}`)
  );
}

/** Colour of text and of what is behind it are set together, for all that inherits them. */
function rootColours(): string[] {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const isSet = backgroundColor !== "rgba(0, 0, 0, 0)" && color !== backgroundColor;
  return isSet ? [] : [`the page has ${color} on ${backgroundColor}`];
}

/** What is told by colour is told in words, too: each thing with a tone says what kind it is. */
function toneWords(): string[] {
  return [...document.querySelectorAll<HTMLElement>("[data-tone]")]
    .filter((thing) => thing.checkVisibility() && !thing.innerText.trim() && !thing.closest("[aria-hidden]"))
    .map((thing) => `by colour alone: ${thing.outerHTML.slice(0, 120)}`);
}

export async function ownFailuresOn(page: Page): Promise<string[]> {
  const found = [];
  for (const check of [overflow, motion, rootColours, toneWords]) found.push(...(await page.evaluate(check)));
  return found;
}

export interface Targets {
  /** Smaller than 24 pixels one way, and not part of a sentence. */
  readonly small: readonly string[];
  /** Smaller than 44 pixels one way, where they are pressed with a thumb. */
  readonly slight: readonly string[];
  readonly count: number;
  /** Whether they are pressed with a thumb here. */
  readonly isTouched: boolean;
}

/** Everything that can be pressed: how big it is. */
export function targetsOn(page: Page): Promise<Targets> {
  return page.evaluate(() => {
    const PRESSED =
      "a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=option]";
    const isInSentence = (one: Element): boolean => {
      const before = [...(one.parentElement?.childNodes ?? [])].filter((node) => node !== one);
      const text = before.some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
      return one.tagName === "A" && getComputedStyle(one).display === "inline" && text;
    };
    const isSeen = (one: Element): boolean =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !one.closest("[inert], .ds-sr-only") &&
      (document.querySelector("dialog:modal")?.contains(one) ?? true);
    // A box to tick is as big as its label, and a link that is laid over its tile as big as the tile.
    const pressed = (one: Element): Element => {
      const over = getComputedStyle(one, "::after");
      const isLaidOver = over.position === "absolute" && over.content !== "none" && over.inset === "0px";
      const tile = isLaidOver && one instanceof HTMLElement ? one.offsetParent : null;
      return tile ?? one.closest("label") ?? one;
    };
    const sized = [...document.querySelectorAll(PRESSED)]
      .filter((one) => isSeen(one) && !isInSentence(one))
      .map((one) => ({ one, box: pressed(one).getBoundingClientRect() }))
      // The way past the header is off the screen until it has the focus.
      .filter(({ box }) => box.bottom + window.scrollY > 0);
    const least = ({ width, height }: DOMRect): number => Math.min(width, height);
    const below = (size: number): string[] =>
      sized
        .filter(({ box }) => least(box) < size)
        .map(({ one, box }) => {
          const words = one.ariaLabel ?? one.textContent?.trim() ?? "";
          return `${Math.round(box.width)} × ${Math.round(box.height)}: ${one.tagName} ${words.slice(0, 40)}`;
        });
    const isTouched = matchMedia("(pointer: coarse)").matches;
    // Half a pixel is rounding.
    return { small: below(24), slight: isTouched ? below(43.5) : [], count: sized.length, isTouched };
  });
}

/** What gets lost when a reader spaces text out as WCAG 1.4.12 allows: what is cut off that was not before. */
export function lostBySpacing(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cut = (): Element[] =>
      [...document.querySelectorAll("body *")].filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const hides = (way: string): boolean => way === "hidden" || way === "clip";
        const hasWords = one.textContent?.trim() && !one.closest(".ds-sr-only, [aria-hidden=true]");
        if (!hasWords || !one.checkVisibility()) return false;
        return (
          (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
          (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
        );
      });
    const before = new Set(cut());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const sticksOut = (): string =>
      [...document.querySelectorAll("body *")]
        // Words may stick out of an element that does not.
        .filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          return Math.max(right, left + one.scrollWidth) > window.innerWidth + 1;
        })
        .map((one) => one.outerHTML.slice(0, 160))
        .at(-1) ?? "";
    const look = (): string[] => {
      const over = document.documentElement.scrollWidth - window.innerWidth;
      return [
        ...(over > 1 ? [`${over} px too wide when spaced out: ${sticksOut()}`] : []),
        ...cut()
          .filter((one) => !before.has(one))
          .map((one) => `cut off when spaced out: ${one.outerHTML.slice(0, 160)}`),
      ];
    };
    let lost = look();
    // What sets its own size to the room it has does so a few frames later.
    for (let frames = 0; lost.length > 0 && frames < 60; frames += 1) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      lost = look();
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    return lost;
  });
}
