import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { type Chromium, packagedChromium } from "./chromium.js";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Without a locale, as on a bare machine, Chromium cannot write a file's name that has an "ø" in it. */
const LOCALE = { LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };

/**
 * Starts a Chromium without a window: the one in CHROMIUM_PATH, else the one inside the npm package (Linux on x64),
 * else one that is installed. The caller closes it. Throws when there is none, or when it does not start.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    args: FLAGS,
    chromiumSandbox: false,
    env: { ...definedEnv(), ...LOCALE, ...env },
  });
}

async function findChromium(): Promise<Chromium> {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) return { executablePath: chosen, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return packagedChromium();
  const found = INSTALLED.find((path) => existsSync(path));
  if (!found) throw new Error("No Chromium found. Install one, or give its path in CHROMIUM_PATH.");
  return { executablePath: found, env: {} };
}

function definedEnv(): Record<string, string> {
  const isDefined = (entry: [string, string | undefined]): entry is [string, string] =>
    entry[1] !== undefined;
  return Object.fromEntries(Object.entries(process.env).filter(isDefined));
}
