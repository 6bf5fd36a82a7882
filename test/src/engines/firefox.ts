import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Marionette } from "./marionette.js";
import { handleOf, type Remote } from "./remote.js";

const PROGRAM = "/usr/bin/firefox-esr";
const POLL_MS = 100;

/** Debian's firefox-esr. */
export const isFirefoxPresent = (): boolean => existsSync(PROGRAM);

/** `hall` is a name for this machine that is no localhost: pages from there are not trusted more than others. */
const preferences = (hall: string): string =>
  Object.entries({
    "marionette.port": 0,
    "network.dns.localDomains": hall,
    "intl.accept_languages": "nb-NO",
    "ui.prefersReducedMotion": 1,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "app.update.disabledForTesting": true,
  })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join("\n");

/** Firefox writes into its profile where it listens. */
const portOf = async (profile: string, firefox: ChildProcess): Promise<number> => {
  for (;;) {
    const port = Number(await readFile(join(profile, "MarionetteActivePort"), "utf8").catch(() => ""));
    if (port > 0) return port;
    if (firefox.exitCode !== null) throw new Error(`Firefox ended with ${firefox.exitCode}.`);
    await delay(POLL_MS);
  }
};

export const openFirefox = async (hall: string): Promise<Remote> => {
  const profile = await mkdtemp(join(tmpdir(), "ordskifte-firefox-"));
  await writeFile(join(profile, "user.js"), preferences(hall));
  const flags = ["--headless", "--marionette", "--no-remote", "--profile", profile];
  const firefox = spawn(PROGRAM, flags, { env: { ...process.env, HOME: profile }, stdio: "ignore" });
  const marionette = await Marionette.connect(await portOf(profile, firefox));
  const { capabilities } = await marionette.send<{ capabilities: { browserVersion: string } }>(
    "WebDriver:NewSession",
    { capabilities: {} },
  );
  const order = async (command: string, parameters: object = {}): Promise<void> =>
    void (await marionette.send(`WebDriver:${command}`, parameters));
  return {
    name: "Firefox",
    version: capabilities.browserVersion,
    go: (url) => order("Navigate", { url }),
    reload: () => order("Refresh"),
    resize: (width, height) => order("SetWindowRect", { width, height }),
    run: <T>(script: string, ...args: readonly unknown[]) =>
      marionette.send<T>("WebDriver:ExecuteScript", { script, args }),
    click: (element) => order("ElementClick", { id: handleOf(element) }),
    type: (element, text) => order("ElementSendKeys", { id: handleOf(element), text }),
    close: async () => {
      marionette.close();
      const ended = new Promise((resolve) => firefox.once("close", resolve));
      if (firefox.exitCode === null) firefox.kill("SIGKILL");
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
