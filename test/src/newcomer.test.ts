import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "./browser.js";
import { type BuiltServer, startBuilt } from "./house/built-server.js";
import { hostsOfDemo } from "./house/hall.js";
import { leaderToken } from "./house/welcome.js";
import { firstTime } from "./newcomer/first-time.js";
import { walkIn } from "./newcomer/walk.js";
import { freePort } from "./start/launch.js";

let dataDir: string;
let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ordskifte-newcomer-"));
  const PORT = String(await freePort());
  [server, browser] = await Promise.all([startBuilt({ DATA_DIR: dataDir, PORT }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it("is at most six taps, besides typing, from the code to a posted example", async () => {
  const hosts = await hostsOfDemo(server.url, leaderToken(server));
  const { taps } = await walkIn(browser, ...(await firstTime(hosts, server.url)), 0);
  expect(taps.length, taps.join(", ")).toBeLessThanOrEqual(6);
});
