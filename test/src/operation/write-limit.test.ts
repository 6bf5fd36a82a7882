import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { WRITES_AT_ONCE } from "@ordskifte/server/kernel/write-limit";
import { launchBrowser } from "../browser.js";
import { readBoard } from "../house/follower.js";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall } from "../house/hall.js";
import { seatedPage } from "../house/seated-page.js";

let founded: Founded;
let hall: Hall;
let browser: Browser;

beforeAll(async () => {
  // One in five seconds: long enough to be seen.
  founded = await foundServer({ WRITES_A_MINUTE: "12" });
  hall = await Hall.open(founded.people);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await founded?.stop();
});

/** Where pictures of it go, when somebody wants to look. */
const PICTURES = process.env["LIMIT_PICTURES"];

const spendAll = async (): Promise<void> => {
  const signal = "mutation ($id: ID!) { signalWriting(boardId: $id) }";
  for (let i = 0; i < WRITES_AT_ONCE; i++) await hall.author.api.ask(signal, { id: hall.boardId });
};

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("group", { name: "Skriv på tavla" }).getByRole("button", { name: "Mer" }).click();
  await page.getByRole("button", { name: "Foreslå en idé" }).click();
  await page.getByLabel("Hva kunne vi prøve?").fill(text);
  await page.getByRole("dialog").getByRole("button", { name: "Legg på tavla" }).click();
};

it("[LIMIT1] the screen says why a card waits, sends it by itself, and it stands once", async () => {
  const page = await seatedPage(browser, hall.author);
  await page.goto(`${founded.server.url}/g/${hall.id}/b/${hall.boardId}`);
  await page.getByRole("group", { name: "Skriv på tavla" }).waitFor();
  await spendAll();
  await write(page, "Lesevenner");
  await write(page, "Lesebenk");
  const sign = page.getByRole("status").filter({ hasText: "Det ble mye på én gang. Resten sendes om litt." });
  await sign.waitFor();
  if (PICTURES) {
    // It comes slowly, for those who have to wait for more than a moment.
    await page.waitForTimeout(2_000);
    await page.screenshot({ path: `${PICTURES}/held.png` });
  }
  const bodies = async (): Promise<string[]> =>
    [...(await readBoard(hall.peer.api, hall.boardId)).cards.values()].map(({ body }) => body).toSorted();
  await expect.poll(bodies, { timeout: 60_000 }).toEqual(["Lesebenk", "Lesevenner"]);
  await sign.waitFor({ state: "detached" });
  await expect.poll(() => page.getByText("Lagret").count()).toBe(2);
});
