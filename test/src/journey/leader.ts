import type { Browser, Page } from "playwright-core";
import { Desk } from "./desk.js";
import { newVisitor } from "./visitor.js";

const LAPTOP = { width: 1366, height: 850 };
const PROJECTOR = { width: 1920, height: 1080 };

/** Opens a one-time link and presses the button. */
export async function signIn(browser: Browser, link: string): Promise<Page> {
  const page = await newVisitor(browser, LAPTOP);
  await page.goto(link);
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/inn/"));
  return page;
}

/** The one who leads, at the console. */
export class Leader {
  private constructor(private readonly page: Page) {}

  static async open(browser: Browser, link: string, console: string): Promise<Leader> {
    const page = await signIn(browser, link);
    await page.goto(console);
    await page.getByRole("heading", { name: "Gruppene" }).waitFor();
    return new Leader(page);
  }

  /** The projector, in the same browser. */
  async projector(address: string): Promise<Page> {
    const page = await this.page.context().newPage();
    await page.setViewportSize(PROJECTOR);
    await page.goto(address);
    return page;
  }

  /** One more page on the same laptop. */
  async desk(address: string): Promise<Desk> {
    const page = await this.page.context().newPage();
    await page.goto(address);
    return new Desk(page);
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
  }

  /** Does what is asked about first: the window has a button with the same words. */
  async confirm(button: string, words: string = button, title: string = button): Promise<void> {
    await this.press(button);
    const window = this.page.getByRole("dialog", { name: title });
    await window.getByRole("button", { name: words, exact: true }).click();
    await window.waitFor({ state: "hidden" });
  }

  /** On to the next part of the programme. */
  async next(title: string): Promise<void> {
    await this.press(new RegExp(`^Neste\\s*${title}$`));
    await this.page.getByRole("heading", { name: title, level: 2, exact: true }).waitFor();
  }

  async reads(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }
}
