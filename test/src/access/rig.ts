import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser.js";
import { startBuilt } from "../house/built-server.js";
import { foundPeople, Hall } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";

/** A hall in a built server, and a browser to look at it with. */
export interface Rig {
  readonly url: string;
  readonly hall: Hall;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openRig(): Promise<Rig> {
  const database = await ownDatabase();
  const server = await startBuilt({ DATABASE_URL: database.url });
  const hall = await Hall.open(await foundPeople(server.url, database.url));
  const browser = await launchBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    await database.drop();
  };
  return { url: server.url, hall, browser, close };
}
