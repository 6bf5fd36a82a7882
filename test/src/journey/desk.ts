import type { Locator, Page } from "playwright-core";

/** A page where a leader looks after cards and seats, and takes back what was done by mistake. */
export class Desk {
  constructor(readonly page: Page) {}

  card(words: string): Locator {
    return this.page.getByRole("article").filter({ has: this.page.getByText(words, { exact: true }) });
  }

  async merge(into: string, from: string): Promise<void> {
    await this.more(into, /^Slå sammen/);
    const window = this.page.getByRole("dialog", { name: "Slå sammen ideer" });
    await window.getByRole("checkbox", { name: from }).check();
    await window.getByRole("button", { name: "Slå sammen" }).click();
    await window.waitFor({ state: "hidden" });
  }

  async hide(words: string): Promise<void> {
    await this.more(words, /^Skjul/);
    const window = this.page.getByRole("dialog", { name: "Skjul kortet" });
    await window.getByRole("textbox").fill("Her står det noe om et barn.");
    await window.getByRole("button", { name: "Skjul kortet" }).click();
    await window.waitFor({ state: "hidden" });
  }

  /** Puts somebody among those who are not here. */
  async sendAway(name: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await this.page.getByRole("button", { name: `${name} er ikke her` }).click();
  }

  async sitsAt(name: string, group: string): Promise<void> {
    const table = this.page.getByRole("region", { name: group });
    await table.getByRole("button", { name: new RegExp(`^${name}`) }).waitFor();
  }

  /** Takes back what the bar tells of. */
  async undo(words: string): Promise<void> {
    const bar = this.page.getByRole("region", { name: "Angre" });
    await bar.getByText(words, { exact: true }).waitFor();
    await bar.getByRole("button", { name: "Angre" }).click();
    await bar.waitFor({ state: "detached" });
  }

  private async more(words: string, action: RegExp): Promise<void> {
    const card = this.card(words);
    await card.getByRole("button", { name: /^Mer/ }).click();
    await card.getByRole("button", { name: action }).click();
  }
}
