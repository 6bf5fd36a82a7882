import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../start/launch.js";
import { type Element, handleOf, type Remote } from "./remote.js";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/Xvfb";
const POLL_MS = 100;

/** WebKitGTK with its driver, and a screen in memory for it to draw on: Debian's webkit2gtk-driver and xvfb. */
export const isWebKitPresent = (): boolean => existsSync(DRIVER) && existsSync(SCREEN);

/** A screen that nobody sees; its name is the first that is free. */
const openScreen = async (): Promise<{ display: string; process: ChildProcess }> => {
  const process = spawn(SCREEN, ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [said] = (await once(process.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  return { display: `:${said.toString().trim()}`, process };
};

type Call = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<T>;

const callerOf =
  (address: string): Call =>
  async <T>(method: string, path: string, body?: object) => {
    const response = await fetch(address + path, { method, body: body ? JSON.stringify(body) : null });
    const { value } = (await response.json()) as { value: T };
    if (!response.ok) throw new Error(`WebKit, ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** The driver takes a moment until it listens. */
const openSession = async (call: Call, driver: ChildProcess): Promise<Session> => {
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { args: ["--automation"] } } };
  for (;;) {
    try {
      return await call<Session>("POST", "/session", { capabilities });
    } catch (error) {
      if (driver.exitCode !== null || !(error instanceof TypeError)) throw error;
      await delay(POLL_MS);
    }
  }
};

export const openWebKit = async (): Promise<Remote> => {
  const [screen, port] = [await openScreen(), await freePort()];
  // Which language it asks pages for: `LANGUAGE` is heard only where there is a locale at all.
  const language = { LANG: "C.UTF-8", LC_ALL: "C.UTF-8", LANGUAGE: "nb" };
  const env = { ...process.env, ...language, DISPLAY: screen.display, NO_AT_BRIDGE: "1" };
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: "ignore" });
  const call = callerOf(`http://127.0.0.1:${port}`);
  const { sessionId, capabilities } = await openSession(call, driver);
  const at = (path: string): string => `/session/${sessionId}${path}`;
  const post = async (path: string, body: object = {}): Promise<void> =>
    void (await call("POST", at(path), body));
  const to = (element: Element, what: string): string => `/element/${handleOf(element)}/${what}`;
  return {
    name: "WebKit",
    version: capabilities.browserVersion,
    go: (url) => post("/url", { url }),
    reload: () => post("/refresh"),
    resize: (width, height) => post("/window/rect", { width, height }),
    run: <T>(script: string, ...args: readonly unknown[]) =>
      call<T>("POST", at("/execute/sync"), { script, args }),
    click: (element) => post(to(element, "click")),
    type: (element, text) => post(to(element, "value"), { text }),
    close: async () => {
      await call("DELETE", at("")).catch(() => undefined);
      driver.kill();
      screen.process.kill();
    },
  };
};
