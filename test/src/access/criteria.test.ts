import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Hall } from "../house/hall.js";
import { netOf } from "../house/net.js";
import { seatedPage } from "../house/seated-page.js";
import { heardOn, hurry, listenTo } from "./heard.js";
import { openRig, type Rig } from "./rig.js";
import { holdBack, writeIdea } from "./sending-states.js";

let rig: Rig;
let hall: Hall;
let page: Page;
let idea: string;
let roundId: string;

beforeAll(async () => {
  rig = await openRig();
  hall = rig.hall;
  idea = await hall.post(hall.peer, { kind: "IDEA", body: "Lesevenner" });
  page = await seatedPage(rig.browser, hall.author, { serviceWorkers: "block" });
  await listenTo(page);
  await hurry(page);
});
afterAll(() => rig?.close());

const board = (): string => `/g/${hall.id}/b/${hall.boardId}`;
const go = async (path: string, words: string): Promise<void> => {
  await page.goto(`${rig.url}${path}`);
  await page.getByText(words).first().waitFor();
};
/** What was told by regions that were there before: few screen readers tell of one that comes together with its words. */
const toldOn = async (told: Page): Promise<string> =>
  (await heardOn(told))
    .filter(({ isLate }) => !isLate)
    .map((heard) => heard.words)
    .join(" | ");
const words = (): Promise<string> => toldOn(page);
const focus = (): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName ?? "",
  );
const hears = (phrase: RegExp | string): Promise<unknown> =>
  expect.poll(words, { timeout: 40_000 }).toMatch(phrase);
const count = async (phrase: string): Promise<number> => (await words()).split(phrase).length - 1;

const otherGroup = async (): Promise<string | undefined> => {
  const query = "query ($id: ID!) { gathering(id: $id) { groups { id boardId } } }";
  type Answer = { groups: { id: string; boardId: string }[] };
  const { groups } = await hall.lead.read<Answer>(query, { id: hall.id });
  return groups.find(({ boardId }) => boardId === hall.otherBoardId)?.id;
};

describe("what is told without the focus being moved (4.1.3)", () => {
  it("a card that is saved, once", async () => {
    await go(board(), "Lesevenner");
    await writeIdea(page, "Uteskole annenhver uke.");
    const before = await focus();
    await hears("Kortet ditt ligger på tavla.");
    expect(await focus()).toBe(before);
    expect(await count("Kortet ditt ligger på tavla.")).toBe(1);
  });

  it("new cards, counted together, and no sooner than five seconds after the last", async () => {
    const calm = await seatedPage(rig.browser, hall.peer, { serviceWorkers: "block" });
    await listenTo(calm);
    await calm.goto(`${rig.url}${board()}`);
    await calm.getByText("Lesevenner").first().waitFor();
    for (let i = 0; i < 30; i += 1) await hall.post(hall.author, { kind: "IDEA", body: `Idé ${i}` });
    await expect.poll(() => toldOn(calm), { timeout: 40_000 }).toMatch("30 nye");
    const gathered = (await heardOn(calm)).filter(({ isGathered }) => isGathered);
    expect(gathered.length).toBeLessThanOrEqual(3);
    const gaps = gathered.slice(1).map(({ at }, i) => at - (gathered[i]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThan(4900);
  });

  it("a card that is refused, on its board and elsewhere", async () => {
    const letGo = await holdBack(page, "Skolehage");
    await writeIdea(page, "Skolehage.");
    await hall.lead.act("freezeBoard", { boardId: hall.boardId, frozen: true });
    letGo();
    await hears("Et kort ble ikke sendt.");
    await hall.lead.act("freezeBoard", { boardId: hall.boardId, frozen: false });
    await page.getByRole("link", { name: "Høstsamling" }).first().click();
    await hears("1 kort ble ikke sendt.");
  });

  it("that the gathering moves on, where one is seated now, and a vote that is opened", async () => {
    const itemId = await hall.addItem({ title: "Ideer sammen", kind: "IDEAS" });
    await hall.lead.act("goToItem", { gatheringId: hall.id, itemId });
    const { participantId } = hall.author;
    await hall.lead.act("seatParticipant", { participantId, groupId: await otherGroup() });
    const other = await hall.post(hall.peer, { kind: "IDEA", body: "Skolekjøkken" });
    roundId = await hall.openRound([idea, other]);
    await hears("Ny del: Ideer sammen");
    await hears(/Du sitter nå i Gruppe \d/);
    await hears(/Avstemningen «.+» er åpnet/);
  });

  it("dots that are left, and a ballot that is saved", async () => {
    await go(`/g/${hall.id}/vote/${roundId}`, "Skolekjøkken");
    await page
      .getByRole("button", { name: /^Gi en prikk/ })
      .first()
      .click();
    await hears("1 prikk");
    await hears("2 prikker igjen");
    await hears("Stemmen din er lagret.");
  });

  it("that the vote is closed, and its result", async () => {
    await hall.lead.act("closeRound", { roundId });
    await hears(/Avstemningen «.+» er lukket/);
    await hall.lead.act("revealRound", { roundId });
    await hears(/Resultatet av «.+» er vist/);
  });

  it("how many a search has found, and that it found none", async () => {
    await go(`/g/${hall.id}/revisit`, "Samtalene");
    const search = page.getByRole("searchbox");
    await search.fill("Skolekjøkken");
    await search.press("Enter");
    await hears("1 treff");
    await search.fill("xyzxyz");
    await search.press("Enter");
    await hears("Ingen bidrag passer");
  });

  it("that the net is away, and that it is back", async () => {
    const net = await netOf(page);
    await go(`/g/${hall.id}`, "Høstsamling");
    await expect.poll(() => net.sockets).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Hjelp", exact: true }).waitFor();
    // That a page connects when it opens is no news.
    expect(await words()).not.toMatch(/Kobler til|Tilkoblet/);
    await net.lose();
    await hears(/Kobler til igjen|Uten nett/);
    net.giveBack();
    await hears("Tilkoblet");
  });
});

describe("help stands in the same place on every screen of the hall (3.2.6)", () => {
  const footOf = async (who: Page, path: string): Promise<string[]> => {
    await who.goto(`${rig.url}/g/${hall.id}${path}`);
    await who.getByRole("button", { name: "Hjelp", exact: true }).waitFor();
    return who.getByRole("contentinfo").getByRole("button").allTextContents();
  };
  const FOOT = ["Stans oppdateringer", "Hjelp"];

  it("for those who take part", async () => {
    for (const path of ["", board().replace(`/g/${hall.id}`, ""), `/vote/${roundId}`, "/revisit"])
      expect(await footOf(page, path)).toEqual(FOOT);
  });

  it("for those who lead", async () => {
    const desk = await rig.pageOf(hall.people.leader);
    for (const path of ["/lead", "/plan", "/preparation", "/groups", "/preflight"])
      expect(await footOf(desk, path)).toEqual(FOOT);
  });

  it("says whom to ask, and gives the focus back", async () => {
    await page.getByRole("button", { name: "Hjelp", exact: true }).press("Enter");
    await page.getByRole("dialog").getByText("Spør gruppa di eller den som leder.").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Hjelp");
  });
});

describe("nothing is asked for twice on the way (3.3.7)", () => {
  it("from the code to a card", async () => {
    const guest = await rig.pageOf(null);
    await guest.goto(rig.url);
    await guest.getByLabel("Kode").fill(hall.code);
    await guest.getByLabel("Kode").press("Enter");
    await guest.getByLabel("Hva heter du?").fill("Gro");
    expect(await guest.getByLabel("Kode").count()).toBe(0);
    await guest.getByText("Skarvfjord skole").click();
    await guest.reload();
    expect(await guest.getByLabel("Hva heter du?").inputValue()).toBe("Gro");
    expect(await guest.getByRole("radio", { name: "Skarvfjord skole" }).isChecked()).toBe(true);
    await guest.getByRole("button", { name: "Kom inn" }).click();
    await guest.waitForURL(/\/g\/[^/]+$/);
    await guest.goto(rig.url);
    await guest.getByRole("link", { name: "Tilbake til Høstsamling" }).click();
    await guest.waitForURL(/\/g\/[^/]+$/);
  });

  it("what was begun on a board", async () => {
    await go(`/g/${hall.id}/b/${hall.otherBoardId}`, "Mer");
    await page.getByRole("group", { name: "Skriv på tavla" }).getByRole("button", { name: "Mer" }).click();
    await page.getByRole("button", { name: "Foreslå en idé" }).click();
    await page.getByLabel("Hva kunne vi prøve?").fill("Lekselesing i biblioteket.");
    await page.reload();
    await page.getByRole("button", { name: /^Skriv videre/ }).click();
    expect(await page.getByLabel("Hva kunne vi prøve?").inputValue()).toBe("Lekselesing i biblioteket.");
  });
});
