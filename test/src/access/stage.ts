import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Hall, People, Somebody } from "../house/hall.js";
import { audit } from "./audit.js";
import { type LookName, lookAt } from "./looks.js";
import { openRig, type Rig } from "./rig.js";

/** Where states are brought about and looked at: one server, one browser and one hall for all of a file. */
export class Stage {
  /** How many things can be pressed on touch screens, and how many of them are as big as a thumb. */
  readonly seen = { targets: 0, thumbs: 0 };
  private opened: Rig | null = null;

  constructor() {
    beforeAll(async () => void (this.opened = await openRig()));
    afterAll(() => this.opened?.close());
  }

  get rig(): Rig {
    if (!this.opened) throw new Error("The stage is not open yet.");
    return this.opened;
  }

  get hall(): Hall {
    return this.rig.hall;
  }

  get people(): People {
    return this.hall.people;
  }

  /** Each state is brought about once, and everybody looks at it then. */
  state(name: string, bringAbout: () => Promise<Page>): void {
    it(`${name}: nothing wrong`, async () => {
      const { wrong, targets } = await audit(await bringAbout());
      if (targets.isTouched) this.seen.targets += targets.count;
      if (targets.isTouched) this.seen.thumbs += targets.count - targets.slight.length;
      expect(wrong).toEqual([]);
    });
  }

  async open(who: Somebody | null, path: string, look: LookName, locale?: string): Promise<Page> {
    const page = await this.rig.pageOf(who, locale);
    await this.goTo(page, path);
    await page.locator("h1, h2").first().waitFor();
    await lookAt(page, look);
    return page;
  }

  /** A page of somebody's, looked at when it shows these words. */
  async showing(
    words: string | RegExp,
    ...[who, path, look, locale]: Parameters<Stage["open"]>
  ): Promise<Page> {
    const page = await this.open(who, path, look, locale);
    await page.getByText(words).first().waitFor();
    return page;
  }

  /**
   * The first time as a browser opens an address; after that as a link within the client, by way of a screen that holds
   * nothing, so that all is made anew. The document stays, and with it the engines: bringing them in costs more than to
   * ask them.
   */
  private async goTo(page: Page, path: string): Promise<void> {
    if (!page.url().startsWith(this.rig.url)) return void (await page.goto(`${this.rig.url}${path}`));
    const link = (to: string): Promise<void> => page.evaluate((at) => history.pushState(null, "", at), to);
    // The router draws before it returns.
    await link("/nowhere");
    await link(path);
  }
}
