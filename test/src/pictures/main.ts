import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../browser.js";
import { freePort, launch, type Launched, signalGroup, untilReady } from "../start/launch.js";
import { drawIcons } from "./icons.js";

const FOLDER = resolve(import.meta.dirname, "../../../docs/pictures");
const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 850 },
  projector: { width: 1920, height: 1080 },
} as const;
type Size = keyof typeof SIZES;

interface Addresses {
  readonly participant: string;
  readonly leader: string;
  readonly plenary: string;
  readonly revisit: string;
}

/** The addresses that the server shows when it has started with the demo. */
const addressesOf = (server: Launched): Addresses => {
  const find = (what: string): string => {
    const found = new RegExp(`^ *${what} +http://localhost:\\d+(\\S+)`, "m").exec(server.said())?.[1];
    if (!found) throw new Error(`The server did not say where to find: ${what}`);
    return `${server.url}${found}`;
  };
  return {
    participant: find("Participants"),
    leader: find("Leader"),
    plenary: find("Plenary"),
    revisit: find("Last spring"),
  };
};

/** The server answers a moment before it has said where people are to go. */
const untilWelcome = async (server: Launched): Promise<void> => {
  await untilReady(server);
  while (!server.said().includes("Ordskifte is ready")) await delay(50);
};

/** Waits until nothing is on its way and the fonts are there, then takes the picture. */
const take = async (page: Page, name: string, size: Size): Promise<void> => {
  await page.setViewportSize(SIZES[size]);
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(FOLDER, `${name}-${size}.jpg`), type: "jpeg", quality: 82 });
  process.stdout.write(`${name} ${size}\n`);
};

const takeAt = async (page: Page, address: string, name: string, sizes: readonly Size[]): Promise<void> => {
  await page.setViewportSize(SIZES[sizes[0] ?? "laptop"]);
  await page.goto(address);
  for (const size of sizes) await take(page, name, size);
};

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: "nb-NO", reducedMotion: "reduce", viewport: SIZES.phone });

/** Somebody with a phone: from the code to the group's board. */
const asParticipant = async (browser: Browser, { participant }: Addresses): Promise<void> => {
  const page = await (await newContext(browser)).newPage();
  await takeAt(page, new URL("/", participant).href, "door", ["phone", "laptop"]);
  await takeAt(page, participant, "join", ["phone"]);
  await page.getByLabel("Hva heter du?").fill("Kari");
  await page.getByText("Fjæra barnehage").click();
  await page.getByRole("button", { name: "Kom inn" }).click();
  await page.waitForURL(/\/g\/[^/]+$/);
  await take(page, "gathering", "phone");
  await page.getByRole("link", { name: "Les og utfordre" }).click();
  await page.waitForURL(/\/b\//);
  for (const size of ["phone", "laptop"] as const) await take(page, "board", size);
};

const signIn = async (browser: Browser, { leader }: Addresses): Promise<Page> => {
  const page = await (await newContext(browser)).newPage();
  await page.goto(leader);
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/inn/"));
  return page;
};

/** The one who leads: console, projector, what is read afterwards, and the network. */
const asLeader = async (browser: Browser, addresses: Addresses): Promise<void> => {
  const page = await signIn(browser, addresses);
  await takeAt(page, addresses.plenary.replace("/plenary", "/lead"), "lead", ["laptop", "phone"]);
  await takeAt(page, addresses.plenary, "plenary", ["projector"]);
  await takeAt(page, addresses.revisit, "revisit", ["laptop", "phone"]);
  await page.goto(new URL("/", addresses.plenary).href);
  await page.getByRole("link", { name: /Ytre Kyst/ }).click();
  await page.waitForURL(/\/n\//);
  for (const size of ["laptop", "phone"] as const) await take(page, "network", size);
};

/** Pictures of the real screens, from the demo, into `docs/pictures`. */
const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-pictures-"));
  const server = launch({ PORT: await freePort(), DATA_DIR: dataDir });
  const browser = await launchBrowser();
  try {
    await mkdir(FOLDER, { recursive: true });
    await drawIcons(browser);
    await untilWelcome(server);
    const addresses = addressesOf(server);
    await asParticipant(browser, addresses);
    await asLeader(browser, addresses);
  } finally {
    await browser.close();
    signalGroup(server, "SIGTERM");
    await server.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
};

await main();
