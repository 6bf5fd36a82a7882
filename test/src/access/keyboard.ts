import type { Locator, Page } from "playwright-core";

type Role = Parameters<Page["getByRole"]>[0];

/** No screen has more stops than this. */
const MOST_STOPS = 400;

/** Somebody without a mouse: goes with Tab, presses Enter and Space, and tells where the focus could not be seen. */
export class Keyboard {
  /** Stops on the way whose focus was not to be seen. */
  readonly unseen: string[] = [];

  constructor(readonly page: Page) {}

  /** Goes on with Tab until the focus is on it. */
  async goTo(role: Role, name: string | RegExp): Promise<void> {
    // Behind a window nothing can have the focus.
    const window = this.page.locator("dialog:modal");
    const place = (await window.count()) > 0 ? window : this.page;
    const goal = place.getByRole(role, { name, exact: true }).first();
    await goal.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await hasFocus(goal)) return;
      await this.page.keyboard.press("Tab");
      await this.look();
    }
    throw new Error(`No way with Tab to ${role} ${String(name)}`);
  }

  async press(name: string | RegExp, role: Role = "button"): Promise<void> {
    await this.goTo(role, name);
    await this.page.keyboard.press("Enter");
  }

  async tick(name: string | RegExp): Promise<void> {
    await this.goTo("checkbox", name);
    await this.page.keyboard.press("Space");
  }

  /** Tab leads to a group of radio buttons, the arrows lead from one to the next and choose it. */
  async choose(name: string | RegExp): Promise<void> {
    const goal = this.page.getByRole("radio", { name, exact: true });
    await goal.waitFor();
    const isInGroup = (one: Element): boolean => {
      const at = document.activeElement;
      return at instanceof HTMLInputElement && one instanceof HTMLInputElement && at.name === one.name;
    };
    for (let stops = 0; stops < MOST_STOPS && !(await hasFocus(goal)); stops += 1) {
      await this.page.keyboard.press((await goal.evaluate(isInGroup)) ? "ArrowDown" : "Tab");
      await this.look();
    }
    await this.page.keyboard.press("Space");
  }

  /** Waits for a card, and asks to be shown what is new where the board holds it back. */
  async sees(words: string): Promise<void> {
    const card = this.page.getByText(words, { exact: true }).first();
    const news = this.page.getByRole("button", { name: /^\d+ nye?$/ });
    await card.or(news).first().waitFor();
    for (let stops = 0; stops < MOST_STOPS && !(await card.isVisible()); stops += 1)
      await this.page.keyboard.press((await hasFocus(news)) ? "Enter" : "Tab");
    await card.waitFor();
  }

  async type(field: string, words: string, role: Role = "textbox"): Promise<void> {
    await this.goTo(role, field);
    await this.page.keyboard.type(words);
  }

  /** What has the focus, in words; "nothing" when it has been lost. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return "nothing";
      return `${one.tagName.toLowerCase()} ${one.getAttribute("aria-label") ?? one.textContent?.trim().slice(0, 60) ?? ""}`;
    });
  }

  private async look(): Promise<void> {
    const problem = await this.page.evaluate(seeFocus);
    if (problem) this.unseen.push(problem);
  }
}

async function hasFocus(goal: Locator): Promise<boolean> {
  return goal.evaluateAll((found) => found.some((one) => one === document.activeElement));
}

/** Runs in the page. Null when the focus shows and nothing lies over all of it. */
function seeFocus(): string | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return null;
  // A radio or a box may be drawn by its label.
  const drawn = one.checkVisibility({ opacityProperty: true }) ? one : (one.closest("label") ?? one);
  const marks = [one, drawn, one.closest("label") ?? one].map((part) => getComputedStyle(part));
  const isMarked = marks.some(
    ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none",
  );
  const { left, right, top, bottom } = drawn.getBoundingClientRect();
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  const points = [
    [middle, centre],
    [left + 3, top + 3],
    [right - 3, top + 3],
    [left + 3, bottom - 3],
    [right - 3, bottom - 3],
  ] as const;
  const isOnTop = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return (
      hit !== null && (drawn.contains(hit) || hit.contains(drawn) || hit.closest("label")?.contains(one))
    );
  });
  if (isMarked && isOnTop) return null;
  const words = one.getAttribute("aria-label") ?? (one.closest("label") ?? one).textContent;
  const name = `${one.tagName} ${one.getAttribute("name") ?? one.className} ${words?.trim().slice(0, 40) ?? ""}`;
  return `${isMarked ? "hidden" : "unmarked"}: ${name}`;
}
