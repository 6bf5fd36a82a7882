// `npm run newcomer`: how long it takes until one can type, on a slow phone with a slow net, and a newcomer's walk at the pace
// of somebody in a hurry. Figures to read; no test depends on them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.js";
import { startBuilt } from "../house/built-server.js";
import { Hall, hostsOfDemo } from "../house/hall.js";
import { seatedPage } from "../house/seated-page.js";
import { leaderToken } from "../house/welcome.js";
import { freePort } from "../start/launch.js";
import { firstTime } from "./first-time.js";
import { walkIn } from "./walk.js";

const ROUNDS = 3;
/** Milliseconds that somebody in a hurry needs to find what to tap next. */
const LOOKING = 1_200;

/** One bar in a full hall: 150 ms to and fro, 1.6 Mbit/s down, 0.75 up; and a processor four times slower than this one. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** Milliseconds from the address until `ready` is there, in an empty browser; the median of some rounds. */
async function untilReady(open: () => Promise<Page>, address: string, ready: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await open();
    await slowDown(page);
    const began = performance.now();
    await page.goto(address, { waitUntil: "commit" });
    await page.locator(ready).first().waitFor({ timeout: 120_000 });
    times.push(performance.now() - began);
    await page.context().close();
  }
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

const say = (what: string, ms: number): void =>
  void process.stdout.write(`${what.padEnd(44)} ${(ms / 1_000).toFixed(1).padStart(6)} s\n`);

async function measure(browser: Browser, url: string, token: string): Promise<void> {
  const hosts = await hostsOfDemo(url, token);
  const hall = await Hall.open(hosts, "Til å måle");
  const guest = () => seatedPage(browser, null);
  const seated = () => seatedPage(browser, hall.author);
  const board = `${url}/g/${hall.id}/b/${hall.boardId}`;
  process.stdout.write("Until one can type: an empty browser, processor / 4, 1.6 Mbit/s, 150 ms\n");
  say("door", await untilReady(guest, url, "input"));
  say("join", await untilReady(guest, `${url}/j/${hall.code}`, "input"));
  say("my gathering", await untilReady(seated, `${url}/g/${hall.id}`, `a[href*="/b/"]`));
  say("board, from a link", await untilReady(seated, board, "main button"));
  const walk = await walkIn(browser, ...(await firstTime(hosts, url)), LOOKING);
  say(`newcomer, ${walk.taps.length} taps, hurried`, walk.ms);
}

const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-newcomer-"));
const server = await startBuilt({ DATA_DIR: dataDir, PORT: String(await freePort()) });
const browser = await launchBrowser();
try {
  await measure(browser, server.url, leaderToken(server));
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
