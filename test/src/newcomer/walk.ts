import type { Browser, Locator, Page } from "playwright-core";
import { newVisitor } from "../journey/visitor.js";

const PHONE = { width: 360, height: 740 };
/** Signs a second of somebody in a hurry, on a phone. */
const TYPING = 4;

export interface Walk {
  /** What was tapped, by name. A field that has the focus already needs none. */
  readonly taps: readonly string[];
  /** From the address to the card that is saved, in milliseconds, without the time somebody else took. */
  readonly ms: number;
}

class Newcomer {
  readonly taps: string[] = [];

  constructor(
    private readonly page: Page,
    /** Milliseconds to find what is to be tapped. */
    private readonly looking: number,
  ) {}

  async tap(what: Locator, name: string): Promise<void> {
    await what.waitFor();
    await this.page.waitForTimeout(this.looking);
    await what.click();
    this.taps.push(name);
  }

  /** Types into a field; it costs a tap where the screen has not put the focus there. */
  async type(label: string, text: string): Promise<void> {
    const field = this.page.getByRole("textbox", { name: label });
    await field.waitFor();
    const hasFocus = await field.evaluate((element) => element === document.activeElement);
    if (!hasFocus) await this.tap(field, label);
    await field.pressSequentially(text, { delay: this.looking === 0 ? 0 : 1_000 / TYPING });
  }
}

/**
 * Somebody who has never been here scans the code, comes in and posts an example.
 * @param address what the QR code says
 * @param seated what the leader does when they are in: groups, and on to the writing
 * @param looking milliseconds before each tap: nobody taps at once what they have never seen
 */
export async function walkIn(
  browser: Browser,
  address: string,
  seated: () => Promise<void>,
  looking: number,
): Promise<Walk> {
  const page = await newVisitor(browser, PHONE);
  const newcomer = new Newcomer(page, looking);
  const began = performance.now();
  await page.goto(address);
  await newcomer.type("Hva heter du?", "Kari");
  await newcomer.tap(page.getByRole("radio", { name: "Fjæra barnehage" }), "unit");
  await newcomer.tap(page.getByRole("button", { name: "Kom inn" }), "come in");
  await page.waitForURL(/\/g\/[^/]+$/);
  const left = performance.now();
  await seated();
  const away = performance.now() - left;
  await newcomer.tap(page.getByRole("link", { name: "Skriv et praksiseksempel" }), "to the board");
  await newcomer.tap(page.getByRole("button", { name: "Del et praksiseksempel" }), "write");
  await newcomer.type("Tittel", "Lesestund");
  // On a phone the keyboard's own key for the next field leads on.
  await page.keyboard.press("Tab");
  await newcomer.type("Hva gjorde dere, og hva skjedde?", "Vi leste for hverandre.");
  await newcomer.tap(page.getByRole("radio", { name: "God praksis: noe som virker" }), "lens");
  await newcomer.tap(page.getByRole("button", { name: "Legg på tavla" }), "send");
  await page.getByText("Lagret").first().waitFor();
  const ms = performance.now() - began - away;
  await page.context().close();
  return { taps: newcomer.taps, ms };
}
