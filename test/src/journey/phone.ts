import type { Browser, Locator, Page } from "playwright-core";
import { newVisitor } from "./visitor.js";

/** The narrowest phone that people still bring. */
const SIZE = { width: 360, height: 740 };

export interface Words {
  readonly [label: string]: string;
}

/** A participant with a phone, who does what the screen offers, found by role and name as a screen reader finds it. */
export class Phone {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser): Promise<Phone> {
    return new Phone(await newVisitor(browser, SIZE));
  }

  /** From the address in the QR code to the gathering. */
  async join(address: string, name: string, unit: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel("Hva heter du?").fill(name);
    await this.page.getByRole("radio", { name: unit }).check();
    await this.page.getByRole("button", { name: "Kom inn" }).click();
    await this.page.waitForURL(/\/g\/[^/]+$/);
  }

  async follow(link: string | RegExp): Promise<void> {
    await this.page.getByRole("link", { name: link, exact: true }).click();
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
  }

  /** Opens a form by its button, fills it in and puts the card on the board. */
  async write(button: string | RegExp, words: Words, choice?: string): Promise<void> {
    await this.press(button);
    for (const [label, text] of Object.entries(words)) {
      await this.page.getByRole("textbox", { name: label }).fill(text);
    }
    if (choice) await this.page.getByRole("radio", { name: choice }).check();
    const send = this.page.getByRole("dialog").getByRole("button", { name: /^(Legg på tavla|Ta med hjem)$/ });
    await send.click();
  }

  /** The card with these words. */
  card(words: string): Locator {
    return this.page.getByRole("article").filter({ has: this.page.getByText(words, { exact: true }) });
  }

  /** Waits for a card, and asks to be shown what is new where the board holds it back. */
  async sees(words: string): Promise<void> {
    const news = this.page.getByRole("button", { name: /^\d+ nye?$/ });
    const card = this.page.getByText(words, { exact: true }).first();
    await card.or(news).first().waitFor();
    if (!(await card.isVisible())) await news.click();
    await card.waitFor();
  }

  /** Whether the whole width fits on the screen, so that nothing has to be moved sideways. */
  fits(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  }

  /** Waits until the card with these words says how far it has come. */
  async says(words: string, state: string): Promise<void> {
    await this.card(words).getByText(state).first().waitFor();
  }
}
