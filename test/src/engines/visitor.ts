import { setTimeout as delay } from "node:timers/promises";
import type { Element, Remote } from "./remote.js";

const POLL_MS = 100;
const PATIENCE_MS = 60_000;

const KINDS = {
  button: "button",
  link: "a[href]",
  field: "input:not([type=radio]):not([type=checkbox]), textarea",
  choice: "input[type=radio], input[type=checkbox]",
  heading: "h1, h2, h3",
} as const;
export type Kind = keyof typeof KINDS;

/**
 * Finds what is seen and named so, in the window that is open where one is: the same way in every engine. A name is what
 * labels it, or what it says; one that begins so will do where none is just so.
 */
const FIND = `
  const [selector, wanted] = arguments;
  const said = (text) => text.replace(/\\s+/g, " ").trim();
  const sayersOf = (element) => (element.labels?.length ? [...element.labels] : [element]);
  const nameOf = (element) =>
    said(element.getAttribute("aria-label") ?? sayersOf(element).map((one) => one.innerText).join(" "));
  const isSeen = (element) => element.getClientRects().length > 0;
  const place = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const named = [...place.querySelectorAll(selector)].filter(isSeen).map((element) => ({ element, name: nameOf(element) }));
  const found = named.find(({ name }) => name === wanted) ?? named.find(({ name }) => name.startsWith(wanted));
  found?.element.scrollIntoView({ block: "center", behavior: "instant" });
  return found?.element ?? null;
`;

/** Somebody with a browser of whichever engine, who does what the screen offers. */
export class Visitor {
  constructor(readonly browser: Remote) {}

  /** Waits until `script` answers something. */
  async until<T>(what: string, script: string, ...args: readonly unknown[]): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; ; await delay(POLL_MS)) {
      // Between two pages there is nothing to ask.
      const answer = await this.browser.run<T | null>(script, ...args).catch(() => null);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`${what}, never. The page says: ${await this.words()}`);
    }
  }

  find(kind: Kind, name: string): Promise<Element> {
    return this.until(`${kind} «${name}»`, FIND, KINDS[kind], name);
  }

  /** What comes in the way for a moment, such as a window that closes, is waited for. */
  async press(kind: Kind, name: string): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ; await delay(POLL_MS)) {
      try {
        return await this.browser.click(await this.find(kind, name));
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  async fill(name: string, text: string): Promise<void> {
    await this.browser.type(await this.find("field", name), text);
  }

  async sees(words: string): Promise<void> {
    await this.until(`«${words}»`, "return document.body.innerText.includes(arguments[0])", words);
  }

  async isAt(path: RegExp): Promise<void> {
    await this.until(String(path), "return new RegExp(arguments[0]).test(location.pathname)", path.source);
  }

  words(): Promise<string> {
    return this.browser.run("return document.body.innerText");
  }

  /** Whether nothing has to be moved sideways. */
  fits(): Promise<boolean> {
    return this.browser.run("return document.documentElement.scrollWidth <= innerWidth");
  }
}
