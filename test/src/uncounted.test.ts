import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { audit } from "./access/audit.js";
import { keptWrites } from "./access/left-on-device.js";
import { holdBack } from "./access/sending-states.js";
import { launchBrowser } from "./browser.js";
import { type Founded, foundServer } from "./house/founded.js";
import { Hall } from "./house/hall.js";
import { seatedPage } from "./house/seated-page.js";

const FIRST = "Lesevenner på tvers av trinn";
const SECOND = "Skolekjøkken på fredager";
const TOO_LATE = "Avstemningen ble lukket før den siste endringen kom fram, så endringen teller ikke.";

let founded: Founded;
let hall: Hall;
let browser: Browser;
let ideas: string[];
let roundId: string;
let page: Page;

beforeAll(async () => {
  founded = await foundServer();
  [hall, browser] = await Promise.all([Hall.open(founded.people), launchBrowser()]);
  ideas = [
    await hall.post(hall.author, { kind: "IDEA", body: FIRST }),
    await hall.post(hall.peer, { kind: "IDEA", body: SECOND }),
  ];
});
afterAll(async () => {
  await browser?.close();
  await founded?.stop();
});

/** On the screen, and not only for the ear. */
const seen = (words: string): Locator => page.locator("main").getByText(words);
const give = (idea: string): Promise<void> =>
  page.getByRole("button", { name: `Gi en prikk til «${idea}»` }).click();
const dotsOn = (idea: string): Promise<string> =>
  page.getByRole("listitem").filter({ hasText: idea }).innerText();
const heard = (): Promise<string> => page.locator("[role=status].ds-sr-only").last().innerText();
const end = (how: "closeRound" | "revealRound"): Promise<unknown> => hall.lead.act(how, { roundId });

/** A ballot with one dot on the first idea, which the server has. */
beforeEach(async () => {
  roundId = await hall.openRound(ideas);
  page = await seatedPage(browser, hall.author, { serviceWorkers: "block" });
  await page.goto(`${founded.server.url}/g/${hall.id}/vote/${roundId}`);
  await give(FIRST);
  await seen("Lagret").waitFor();
  return () => page.context().close();
});

/** One more dot, for the second idea, that arrives when the vote has been closed. */
const voteTooLate = async (meanwhile: () => Promise<unknown>): Promise<void> => {
  const letGo = await holdBack(page, '"choices"');
  await give(SECOND);
  await seen("1 prikk igjen").waitFor();
  await end("closeRound");
  await meanwhile();
  letGo();
};

describe("a ballot that is changed when the vote has been closed", () => {
  it("says so in the form, where that still stands, and its dots are those that count", async () => {
    await page.getByRole("button", { name: "Stans oppdateringer" }).click();
    await voteTooLate(async () => undefined);
    await seen(`${TOO_LATE} Prikkene viser det som teller.`).waitFor();
    await seen("2 prikker igjen").waitFor();
    expect(await dotsOn(FIRST)).toContain("1 prikk");
    expect(await dotsOn(SECOND)).not.toContain("1 prikk");
    await expect.poll(heard, { timeout: 15_000 }).toContain(TOO_LATE);
    expect((await audit(page)).wrong).toEqual([]);
    await page.getByRole("button", { name: "Greit" }).click();
    await seen("Lagret").waitFor();
    expect(await seen(TOO_LATE).count()).toBe(0);
  });

  it("says so when the form has gone, with what counts, until that has been read", async () => {
    await voteTooLate(() => seen("Avstemningen er lukket.").waitFor());
    const notice = seen(TOO_LATE).locator("..");
    await notice.waitFor();
    await expect.poll(heard, { timeout: 15_000 }).toContain(TOO_LATE);
    expect((await audit(page)).wrong).toEqual([]);
    expect(await notice.getByRole("listitem").allInnerTexts()).toEqual([`${FIRST} 1 prikk`]);
    await page.reload();
    await notice.waitFor();
    await end("revealRound");
    await seen("Du ga 1").waitFor();
    expect(await notice.getByRole("listitem").allInnerTexts()).toEqual([`${FIRST} 1 prikk`]);
    await page.getByRole("button", { name: "Greit" }).click();
    await notice.waitFor({ state: "detached" });
    await expect.poll(() => keptWrites(page)).toBe(0);
    await page.reload();
    await seen("Du ga 1").waitFor();
    expect(await notice.count()).toBe(0);
  });

  it("says so on other screens of the gathering, with the way there", async () => {
    await voteTooLate(() => page.getByRole("link", { name: "Tilbake til samlingen" }).first().click());
    await seen("Den siste endringen i en avstemning teller ikke.").waitFor();
    await page.getByRole("link", { name: "Se hva som teller" }).click();
    await seen(TOO_LATE).waitFor();
    expect(await page.getByRole("link", { name: "Se hva som teller" }).count()).toBe(0);
  });
});
