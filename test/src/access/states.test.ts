import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seatedPage } from "../house/seated-page.js";
import { failuresOn, overflowOf } from "./audit.js";
import { openRig, type Rig } from "./rig.js";

type Who = "nobody" | "author" | "elsewhere" | "leader";

let rig: Rig;
let pages: Map<string, Page>;
beforeAll(async () => {
  rig = await openRig();
  pages = new Map();
});
afterAll(() => rig?.close());

/** One page a person and language is used again: what differs is where it is and how it is looked at. */
const pageOf = async (who: Who, locale = "nb-NO"): Promise<Page> => {
  const { hall } = rig;
  const people = { nobody: null, author: hall.author, elsewhere: hall.elsewhere, leader: hall.people.leader };
  const key = `${who} ${locale}`;
  const page = pages.get(key) ?? (await seatedPage(rig.browser, people[who], { locale }));
  pages.set(key, page);
  return page;
};

interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly media?: Parameters<Page["emulateMedia"]>[0];
  /** The reader's own size of text, in percent. */
  readonly text?: number;
}

const PLAIN = { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" } as const;

const look = async (
  page: Page,
  { width = 390, height = 844, media = {}, text = 100 }: Look,
): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ ...PLAIN, ...media });
  await page.evaluate((size) => (document.documentElement.style.fontSize = size), `${text}%`);
};

const LOOKS: Readonly<Record<string, Look>> = {
  phone: {},
  narrow: { width: 320, height: 640 },
  "big text": { text: 200 },
  dark: { media: { colorScheme: "dark" } },
  "forced colours": { media: { forcedColors: "active" } },
  "dark forced colours": { media: { colorScheme: "dark", forcedColors: "active" } },
  laptop: { width: 1366, height: 850 },
  "dark laptop": { width: 1366, height: 850, media: { colorScheme: "dark" } },
};

/** Looks at the page in each way; answers what is wrong, with the way it was looked at. */
const wrongIn = async (page: Page, looks: readonly string[]): Promise<string[]> => {
  const wrong: string[] = [];
  for (const name of looks) {
    await look(page, LOOKS[name] ?? {});
    for (const failure of await failuresOn(page)) wrong.push(`${name}: ${failure}`);
    const overflow = await overflowOf(page);
    if (overflow > 0) wrong.push(`${name}: ${overflow} px too wide`);
  }
  return wrong;
};

const open = async (who: Who, path: string, locale?: BrowserContextOptions["locale"]): Promise<Page> => {
  const page = await pageOf(who, locale);
  await page.goto(`${rig.url}${path}`);
  await page.locator("h1, h2").first().waitFor();
  return page;
};

const boardPath = (boardId = rig.hall.boardId): string => `/g/${rig.hall.id}/b/${boardId}`;
const EVERY = Object.keys(LOOKS);

describe("no failure at A or AA, and nothing to scroll sideways", () => {
  it.each(["nb-NO", "nn-NO", "en-GB"])("the door, in %s", async (locale) => {
    expect(await wrongIn(await open("nobody", "/", locale), EVERY)).toEqual([]);
  });

  it("a code that is too short", async () => {
    const page = await open("nobody", "/");
    await page.getByLabel("Kode").fill("AB");
    await page.keyboard.press("Enter");
    await page.getByText("Koden har seks tegn.").waitFor();
    expect(await wrongIn(page, ["phone", "dark"])).toEqual([]);
  });

  it.each(["nb-NO", "en-GB"])("joining, in %s", async (locale) => {
    const page = await open("nobody", `/j/${rig.hall.code}`, locale);
    await page.getByText("Skarvfjord skole").waitFor();
    expect(await wrongIn(page, EVERY)).toEqual([]);
  });

  it("joining with something missing", async () => {
    const page = await open("nobody", `/j/${rig.hall.code}`);
    await page.getByRole("button", { name: "Kom inn" }).click();
    expect(await wrongIn(page, ["phone", "dark", "narrow"])).toEqual([]);
  });

  it("an address that leads nowhere", async () => {
    expect(await wrongIn(await open("nobody", "/x"), ["phone", "dark"])).toEqual([]);
  });

  it("signing in", async () => {
    expect(await wrongIn(await open("nobody", "/inn/x"), ["phone", "dark", "narrow"])).toEqual([]);
  });

  it.each(["nb-NO", "nn-NO"])("my gathering, in %s", async (locale) => {
    expect(await wrongIn(await open("author", `/g/${rig.hall.id}`, locale), EVERY)).toEqual([]);
  });

  it("a board without cards, of another group", async () => {
    const page = await open("author", boardPath(rig.hall.otherBoardId));
    await page.getByText("Tavla er klar").waitFor();
    expect(await wrongIn(page, ["phone", "dark", "narrow"])).toEqual([]);
  });

  it("a board with one card, and the window in which one writes", async () => {
    await rig.hall.post(rig.hall.author, { kind: "IDEA", body: "Faste lesevenner på tvers av trinn." });
    const page = await open("author", boardPath());
    await page.getByText("Faste lesevenner").waitFor();
    expect(await wrongIn(page, ["phone", "dark"])).toEqual([]);
    await page.getByRole("button", { name: "Del et praksiseksempel" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await wrongIn(page, ["phone", "narrow", "big text", "dark", "forced colours"])).toEqual([]);
    await page.getByRole("button", { name: "Legg på tavla" }).click();
    await page.getByText("Gi eksempelet en tittel.").waitFor();
    expect(await wrongIn(page, ["phone", "dark"])).toEqual([]);
  });

  it("a board with fifty cards, challenges and answers", async () => {
    const { hall } = rig;
    for (let i = 0; i < 16; i += 1) {
      const words = { title: `Eksempel ${i}`, body: "Vi prøvde dette i fjor.", lens: "GOOD" };
      const toId = await hall.post(hall.peer, { kind: "PRACTICE_EXAMPLE", ...words });
      await hall.post(hall.author, { kind: "CHALLENGE", body: "Hva gjorde dere da det ikke virket?", toId });
      await hall.post(hall.author, {
        kind: "IDEA",
        body: `Samarbeidsskolenettverkslærerplanleggingsdag ${i}`,
      });
    }
    const page = await open("author", boardPath());
    await page.getByText("Eksempel 15").waitFor();
    expect(await wrongIn(page, EVERY)).toEqual([]);
  });

  it.each(["nn-NO", "en-GB"])("the board, in %s", async (locale) => {
    const page = await open("author", boardPath(), locale);
    await page.getByText("Eksempel 15").waitFor();
    expect(await wrongIn(page, ["phone"])).toEqual([]);
  });

  it("a vote", async () => {
    const { hall } = rig;
    const idea = await hall.post(hall.author, { kind: "IDEA", body: "Lesevenner" });
    const other = await hall.post(hall.peer, { kind: "IDEA", body: "Skolehage" });
    const round = await hall.openRound([idea, other]);
    const page = await open("author", `/g/${hall.id}/vote/${round}`);
    await page.getByText("Skolehage").first().waitFor();
    expect(await wrongIn(page, ["phone", "narrow", "big text", "dark", "forced colours"])).toEqual([]);
  });

  it("leading", async () => {
    const page = await open("leader", `/g/${rig.hall.id}/lead`);
    expect(await wrongIn(page, ["phone", "narrow", "laptop", "dark laptop", "forced colours"])).toEqual([]);
  });

  it("the plenary", async () => {
    const page = await open("leader", `/g/${rig.hall.id}/plenary`);
    expect(await wrongIn(page, ["laptop", "dark laptop"])).toEqual([]);
  });

  it("afterwards", async () => {
    const page = await open("author", `/g/${rig.hall.id}/revisit`);
    expect(await wrongIn(page, ["phone", "narrow", "laptop", "dark"])).toEqual([]);
  });

  it("without a net", async () => {
    const page = await open("elsewhere", boardPath());
    await page.context().setOffline(true);
    await page.getByText("Uten nett").or(page.getByText("Kobler til igjen")).first().waitFor();
    expect(await wrongIn(page, ["phone", "dark", "narrow"])).toEqual([]);
    await page.context().setOffline(false);
  });

  it("silent writing, and a frozen board", async () => {
    const { hall } = rig;
    const itemId = await hall.addItem({ title: "Stille skriving", writing: "SILENT" });
    await hall.lead.act("goToItem", { gatheringId: hall.id, itemId });
    const page = await open("author", boardPath());
    await page.getByText("Stille skriving: bare du ser").waitFor();
    expect(await wrongIn(page, ["phone", "dark"])).toEqual([]);
    await hall.lead.act("freezeBoard", { boardId: hall.boardId, frozen: true });
    await page.getByText("Tavla er fryst.").first().waitFor();
    expect(await wrongIn(page, ["phone", "dark"])).toEqual([]);
  });
});
