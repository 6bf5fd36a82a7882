import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { type BuiltServer, startBuilt } from "./house/built-server.js";
import { foundPeople, Hall } from "./house/hall.js";
import { ownDatabase } from "./house/own-database.js";
import { seatedPage } from "./house/seated-page.js";
import { Releases } from "./house/releases.js";
import { freePort } from "./start/launch.js";

let DATABASE_URL: string;
let PORT: string;
let drop: () => Promise<void>;
let server: BuiltServer;
let hall: Hall;
let browser: Browser;

beforeAll(async () => {
  const database = await ownDatabase();
  [DATABASE_URL, drop, PORT] = [database.url, () => database.drop(), String(await freePort())];
  server = await startBuilt({ DATABASE_URL, PORT });
  hall = await Hall.open(await foundPeople(server.url, DATABASE_URL));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await drop();
});

const OLD = "Vi leser høyt i ti minutter hver dag.";
const BEGUN = "En lesebenk i hver gang.";
const ANOTHER = "Høytlesing etter storefri.";
const NEW = "Faste lesevenner på tvers av trinn.";

const boardAddress = (at = server.url): string => `${at}/g/${hall.id}/b/${hall.boardId}`;

/** Whether the page could be opened without a net: the worker has all that it fetches, and both pictures are stored. */
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const active = (await navigator.serviceWorker.getRegistration())?.active;
    if (active?.state !== "activated") return false;
    // Opening a database that is not there would make it, and without what the client wants in it.
    if (!(await indexedDB.databases()).some(({ name }) => name === "ordskifte-seen")) return false;
    const stored = await new Promise<number>((resolve) => {
      const opening = indexedDB.open("ordskifte-seen");
      opening.addEventListener("success", () => {
        const keys = opening.result.transaction("pictures").objectStore("pictures").getAllKeys();
        keys.addEventListener("success", () => resolve(keys.result.length));
      });
    });
    return stored === 2;
  });

const IDEA = ["Foreslå en idé", "Hva kunne vi prøve?"] as const;
const REFLECTION = ["Skriv en refleksjon", "Hva tenker du?"] as const;

const begin = async (page: Page, [button, label]: readonly [string, string], text: string): Promise<void> => {
  await page.getByRole("group", { name: "Skriv på tavla" }).getByRole("button", { name: "Mer" }).click();
  await page.getByRole("button", { name: button }).click();
  await page.getByLabel(label).fill(text);
};

const write = async (page: Page, text: string): Promise<void> => {
  await begin(page, IDEA, text);
  await page.getByRole("dialog").getByRole("button", { name: "Legg på tavla" }).click();
};

const releaseOf = (page: Page): Promise<string | null> =>
  page.locator('meta[name="release"]').getAttribute("content");

/** The release of the page that would be opened without a net. */
const keptRelease = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const kept = await caches.match("/index.html", { ignoreSearch: true });
    return /name="release" content="(.)"/.exec((await kept?.text()) ?? "")?.[1];
  });

const bodiesOnBoard = async (): Promise<string[]> => {
  const query =
    "query ($id: ID!) { board(id: $id) { contributions(first: 50) { edges { node { body } } } } }";
  const board = await hall.author.api.read<{ contributions: { edges: { node: { body: string } }[] } }>(
    query,
    {
      id: hall.boardId,
    },
  );
  return board.contributions.edges.map(({ node }) => node.body);
};

/** The projector, with the way in: more of it than of any other picture comes from elsewhere. */
const openProjector = async (): Promise<Page> => {
  await hall.lead.act("project", { gatheringId: hall.id, view: "WELCOME" });
  const viewport = { width: 1920, height: 1080 };
  const page = await seatedPage(browser, hall.people.leader, { viewport });
  await page.goto(`${server.url}/g/${hall.id}/plenary`);
  await page.getByText("3 er her").waitFor();
  await page.getByText("Skarvfjord skole").waitFor();
  await expect.poll(() => isCodeKept(page), { timeout: 60_000 }).toBe(true);
  return page;
};

/** Whether the worker has the screen's own code, which it does not fetch by itself. */
const isCodeKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
    return requests.some(({ url }) => new URL(url).pathname.startsWith("/assets/plenary"));
  });

const words = (page: Page): Promise<string> => page.locator("main").innerText();

/** A browser that has thrown away what it kept by its own choice. */
const forget = async (page: Page): Promise<void> => {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send("Network.clearBrowserCache");
};

it("opens without a net with what was seen last, keeps what is written and what the hall sees, and sends it once", async () => {
  await hall.post(hall.peer, { kind: "IDEA", body: OLD });
  const page = await seatedPage(browser, hall.author);
  await page.goto(boardAddress());
  await page.getByText(OLD).waitFor();
  await expect.poll(() => isKept(page), { timeout: 60_000 }).toBe(true);
  const projector = await openProjector();
  const hallSees = await words(projector);

  await server.stop();
  await forget(projector);
  await projector.reload();
  await projector.getByText("Uten nett").waitFor();
  expect(await words(projector)).toBe(`${hallSees.trim()}\n\nUten nett`);
  await projector.context().close();
  await page.reload();
  await page.getByText(OLD).waitFor();
  await page.getByText("Uten nett. Du kan skrive videre.").waitFor();
  await write(page, NEW);
  await page.getByText("Venter på nett").first().waitFor();
  await page.reload();
  await page.getByText(NEW).waitFor();
  await page.getByText("Venter på nett").first().waitFor();

  server = await startBuilt({ DATABASE_URL, PORT });
  await page.getByText("Venter på nett").first().waitFor({ state: "detached" });
  await page.getByText("Lagret", { exact: true }).waitFor();
  expect((await bodiesOnBoard()).toSorted()).toEqual([NEW, OLD]);
});

it("keeps what is begun and what waits when a new version takes over", async () => {
  const releases = await Releases.before(server.port);
  const page = await seatedPage(browser, hall.author);
  await page.goto(boardAddress(releases.url));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await begin(page, REFLECTION, BEGUN);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Skriv videre" }).waitFor();
  releases.cut();
  await page.getByText("Uten nett. Du kan skrive videre.").waitFor();
  await write(page, ANOTHER);
  await page.getByText("Venter på nett").first().waitFor();

  releases.release = 2;
  releases.mend();
  await page.reload();
  expect(await releaseOf(page)).toBe("2");
  await page.getByText(ANOTHER).waitFor();
  await page.getByText("Venter på nett").first().waitFor({ state: "detached" });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(
      () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null),
      { timeout: 60_000 },
    )
    .toBe(true);
  // The new worker lets the old one be until nothing of it is open.
  expect(await keptRelease(page)).toBe("1");

  await page.goto("about:blank");
  await page.goto(boardAddress(releases.url));
  await expect.poll(() => keptRelease(page), { timeout: 60_000 }).toBe("2");
  await page.getByRole("button", { name: "Skriv videre" }).click();
  expect(await page.getByLabel(REFLECTION[1]).inputValue()).toBe(BEGUN);
  expect((await bodiesOnBoard()).filter((body) => body === ANOTHER)).toHaveLength(1);
  releases.stop();
});

it("keeps no answer of the API, no code and no link in the worker's store", async () => {
  const page = await seatedPage(browser, hall.author);
  await page.goto(`${server.url}/j/${hall.code}`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(boardAddress());
  await page.getByText(OLD).waitFor();
  const kept = await page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain("/index.html");
  expect(kept.filter((path) => !/^\/(assets\/|icons\/|index\.html|favicon|manifest)/.test(path))).toEqual([]);
});
