import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "./access/audit.js";
import { launchBrowser } from "./browser.js";
import { type Founded, foundServer } from "./house/founded.js";
import { Hall } from "./house/hall.js";
import { seatedPage } from "./house/seated-page.js";

let founded: Founded;
let hall: Hall;
let browser: Browser;

beforeAll(async () => {
  founded = await foundServer();
  [hall, browser] = await Promise.all([Hall.open(founded.people), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await founded?.stop();
});

const NO_ANSWER = "Vi får ikke svar akkurat nå";

type Way = (route: Route) => Promise<void>;
const lost: Way = (route) => route.abort();
/** Not even a refusal comes, as of a net that is there and leads nowhere. */
const swallowed: Way = () => Promise.resolve();
const through: Way = (route) => route.fallback();

/** A page that is opened for the first time while questions go this way; what was swallowed stays so. */
const opened = async (path: string, first: Way): Promise<{ page: Page; go: (next: Way) => void }> => {
  let way = first;
  const page = await seatedPage(browser, founded.people.leader, { serviceWorkers: "block" });
  await page.route("**/graphql", (route) => way(route));
  await page.goto(`${founded.server.url}${path}`);
  return { page, go: (next) => void (way = next) };
};

/** What each page shows once it is there. */
const PAGES: Record<string, readonly [path: () => string, shows: string]> = {
  "my gathering": [() => `/g/${hall.id}`, "Høstsamling"],
  "a board": [() => `/g/${hall.id}/b/${hall.boardId}`, "Høstsamling"],
  "a vote": [() => `/g/${hall.id}/vote/${hall.id}`, "Denne avstemningen finnes ikke lenger."],
  "what was found": [() => `/g/${hall.id}/revisit`, "Høstsamling"],
  "the console": [() => `/g/${hall.id}/lead`, "Høstsamling"],
  "the programme": [() => `/g/${hall.id}/plan`, "Høstsamling"],
  "the preparation": [() => `/g/${hall.id}/preparation`, "Høstsamling"],
  "the groups": [() => `/g/${hall.id}/groups`, "Høstsamling"],
  "the network": [() => `/n/${founded.people.network.networkId}`, "Ytre Kyst"],
};
const pageOf = (name: string): readonly [path: string, shows: string] => {
  const [path, shows] = PAGES[name] ?? [() => "/", ""];
  return [path(), shows];
};

describe("a page that is opened without an answer", () => {
  it.each(Object.keys(PAGES))("%s says so, and is there by itself when the net is back", async (name) => {
    const [path, shows] = pageOf(name);
    const { page, go } = await opened(path, lost);
    await page.getByRole("alert").getByText(NO_ANSWER).waitFor();
    go(through);
    await page.getByText(shows).first().waitFor();
    expect(await page.getByText(NO_ANSWER).count()).toBe(0);
    await page.context().close();
  });

  // One that follows the gathering, and one that asks a question of its own.
  it.each(["my gathering", "the console", "the network"])(
    "%s says so when nothing comes, and one can try again",
    async (name) => {
      const [path, shows] = pageOf(name);
      const { page, go } = await opened(path, swallowed);
      await page.getByText("Henter …").waitFor();
      await page.getByRole("alert").getByText(NO_ANSWER).waitFor();
      go(through);
      await page.getByRole("button", { name: "Prøv igjen" }).click();
      await page.getByText(shows).first().waitFor({ timeout: 10_000 });
      await page.context().close();
    },
  );

  it("keeps the button and its focus while one tries in vain, and says that it was in vain", async () => {
    const { page } = await opened(`/g/${hall.id}/lead`, lost);
    const again = page.getByRole("button", { name: "Prøv igjen" });
    await again.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText(NO_ANSWER).waitFor();
    expect(await again.evaluate((button) => button === document.activeElement)).toBe(true);
    expect((await audit(page)).wrong).toEqual([]);
    await page.context().close();
  });
});
