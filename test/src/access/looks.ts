import type { CDPSession, Page } from "playwright-core";

/** One way of looking at a screen. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly media?: Parameters<Page["emulateMedia"]>[0];
  /** The reader's own size of text, in percent. */
  readonly text?: number;
}

export const LOOKS = {
  phone: {},
  turned: { width: 844, height: 390 },
  narrow: { width: 320, height: 640 },
  "big text": { text: 200 },
  "narrow, big text": { width: 320, height: 640, text: 200 },
  dark: { media: { colorScheme: "dark" } },
  "forced colours": { media: { forcedColors: "active" } },
  laptop: { width: 1366, height: 850 },
  "dark laptop": { width: 1366, height: 850, media: { colorScheme: "dark" } },
  projector: { width: 1920, height: 1080 },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

const PLAIN = { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" } as const;

/** Wider than this is a desk with a mouse. */
const WIDEST_TOUCHED = 900;
const hands = new WeakMap<Page, Promise<CDPSession>>();

/** A thumb or a mouse: what it is stays as long as the session that said so. */
async function pressedBy(page: Page, hand: "thumb" | "mouse"): Promise<void> {
  const session = hands.get(page) ?? page.context().newCDPSession(page);
  hands.set(page, session);
  await (await session).send("Emulation.setTouchEmulationEnabled", { enabled: hand === "thumb" });
}

export async function lookAt(page: Page, name: LookName): Promise<void> {
  const { width = 390, height = 844, media = {}, text = 100 }: Look = LOOKS[name];
  await page.setViewportSize({ width, height });
  await pressedBy(page, width > WIDEST_TOUCHED ? "mouse" : "thumb");
  await page.emulateMedia({ ...PLAIN, ...media });
  await page.evaluate(
    (size) => (document.documentElement.style.fontSize = size),
    text === 100 ? "" : `${text}%`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
