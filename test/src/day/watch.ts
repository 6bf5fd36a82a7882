import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.js";
import { Api } from "../house/api.js";
import { seatedPage } from "../house/seated-page.js";
import type { Day, Moment } from "./day.js";
import type { Guest } from "./guest.js";
import type { Line } from "./line.js";

/** The last frames are shown, and bars have grown. Milliseconds. */
const SETTLE_MS = 2_500;
const PATIENCE_MS = 120_000;

interface Screen {
  readonly name: "phone" | "console" | "projector";
  readonly page: Page;
}

const SIZES = {
  phone: { width: 390, height: 844 },
  console: { width: 1366, height: 850 },
  projector: { width: 1920, height: 1080 },
} as const;

/** Real browsers on the day: a phone, the leader's console and the projector, with pictures of its moments. */
export class Watching {
  private readonly screens: Screen[] = [];
  /** Whose phone it is. */
  private owner: Guest | null = null;
  /** What should not have been seen, one line each. */
  readonly problems: string[] = [];
  /** What the leader's page held on to at each moment, when all that was let go of had been thrown away. */
  readonly memory: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async begin(folder: string): Promise<Watching> {
    await mkdir(folder, { recursive: true });
    return new Watching(await launchBrowser(), folder);
  }

  readonly look = async (moment: Moment, day: Day): Promise<void> => {
    if (moment === "arrived") await this.open(day);
    await this.turnPhone(moment, day);
    await this.readNumbers(moment, day);
    for (const screen of this.screens) await this.take(screen, moment);
    this.memory.push(`${moment} ${(await heapOf(this.page("console"))).toFixed(1)} MB`);
  };

  async end(): Promise<void> {
    await this.browser.close();
  }

  private async open({ options, gatheringId, guests, leader }: Day): Promise<void> {
    const at = `${options.origin}/g/${gatheringId}`;
    this.owner = guests.at(-1) as Guest;
    await this.show("phone", this.owner.device.line, at);
    await this.show("console", leader.device.line, `${at}/lead`);
    await this.show("projector", leader.device.line, `${at}/plenary`);
  }

  private async show(name: Screen["name"], { origin, token }: Line, address: string): Promise<void> {
    const who = { api: new Api(origin, token), personId: "" };
    const page = await seatedPage(this.browser, who, { viewport: SIZES[name] });
    page.on("pageerror", (error) => this.problems.push(`${name}: ${error.message}`));
    await page.goto(address);
    this.screens.push({ name, page });
  }

  private page(name: Screen["name"]): Page {
    return (this.screens.find((screen) => screen.name === name) as Screen).page;
  }

  /** Somebody with a phone goes where there is something to do. */
  private async turnPhone(moment: Moment, { options, gatheringId, leader }: Day): Promise<void> {
    const { boardId } = this.owner?.groupIn("CROSS") ?? {};
    const roundId = leader.picture.voteRounds[0]?.id;
    const ways: Record<Moment, string> = {
      arrived: "",
      theory: "",
      bell: `/b/${boardId}`,
      opened: `/b/${boardId}`,
      exchange: `/b/${boardId}`,
      spotlight: "",
      gather: "",
      vote: `/vote/${roundId}`,
      reveal: `/vote/${roundId}`,
      promises: "",
      archived: "/revisit",
    };
    await this.page("phone").goto(`${options.origin}/g/${gatheringId}${ways[moment]}`);
  }

  /** The key numbers of the moment stand where people look for them. */
  private async readNumbers(moment: Moment, { leader, people }: Day): Promise<void> {
    const [round] = leader.picture.voteRounds;
    if (moment === "vote") {
      await this.reads("console", `${people} av ${people} har stemt`);
      await this.reads("projector", `av ${people}`);
    }
    if (moment !== "reveal") return;
    const [first] = round?.results ?? [];
    const idea = round?.candidates.find(({ ideaId }) => ideaId === first?.ideaId)?.body ?? "";
    for (const name of ["phone", "projector"] as const) {
      await this.reads(name, idea);
      await this.reads(name, `${first?.dots} prikker`);
    }
  }

  private async reads(name: Screen["name"], words: string): Promise<void> {
    const seen = this.page(name).getByText(words).first();
    const come = seen.waitFor({ state: "visible", timeout: PATIENCE_MS });
    await come.catch(() => this.problems.push(`${name}: nobody reads «${words}»`));
  }

  private async take({ name, page }: Screen, moment: Moment): Promise<void> {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(SETTLE_MS);
    for (const words of await page.getByRole("alert").allInnerTexts())
      if (words.trim()) this.problems.push(`${name} at ${moment}: ${words.trim()}`);
    await page.screenshot({ path: join(this.folder, `${moment}-${name}.png`) });
  }
}

/** Megabytes. */
const heapOf = async (page: Page): Promise<number> => {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send("HeapProfiler.collectGarbage");
  const { usedSize } = await inspector.send("Runtime.getHeapUsage");
  await inspector.detach();
  return usedSize / 1e6;
};
