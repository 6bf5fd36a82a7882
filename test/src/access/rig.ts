import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.js";
import { foundServer } from "../house/founded.js";
import { Hall, type Somebody } from "../house/hall.js";
import { seatedPage } from "../house/seated-page.js";
import { layCards } from "./seeding.js";

/** A built server with halls in it, and a browser to look at them with. */
export interface Rig {
  readonly url: string;
  /** With nothing on its boards. */
  readonly hall: Hall;
  readonly browser: Browser;
  /** One more hall of the same network, with so many cards on its board. */
  hallWith(cards: number): Promise<Hall>;
  /** A page of somebody's, which is used again for the same person and language. */
  pageOf(who: Somebody | null, locale?: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openRig(): Promise<Rig> {
  const { database, server, people, stop } = await foundServer();
  const [hall, browser] = await Promise.all([Hall.open(people), launchBrowser()]);
  const pages = new Map<string, Promise<Page>>();
  return {
    url: server.url,
    hall,
    browser,
    async hallWith(cards) {
      const another = await Hall.open(people, `Samling med ${cards} kort`);
      await layCards(database.url, another, cards);
      return another;
    },
    pageOf(who, locale = "nb-NO") {
      const key = `${who?.personId ?? "nobody"} ${locale}`;
      const page = pages.get(key) ?? seatedPage(browser, who, { locale, serviceWorkers: "block" });
      pages.set(key, page);
      return page;
    },
    async close() {
      await browser.close();
      await stop();
    },
  };
}
