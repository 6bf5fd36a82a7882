import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser.js";
import { type Founded, foundServer } from "../house/founded.js";
import { foundPeople, type People } from "../house/hall.js";
import { seatedPage } from "../house/seated-page.js";
import { fillHall, type FullHall, LONG, LONG_UNITS } from "./full-hall.js";
import { lostOnLastRow } from "./last-row.js";

let founded: Founded;
let people: People;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  founded = await foundServer();
  const { server, database } = founded;
  people = await foundPeople(
    server.url,
    database.url,
    "Begynneropplæring og inkludering – Ytre Kyst",
    LONG_UNITS,
  );
  browser = await launchBrowser();
  const viewport = { width: 1920, height: 1080 };
  page = await seatedPage(browser, people.leader, { viewport, reducedMotion: "reduce" });
});
afterAll(async () => {
  await browser?.close();
  await founded?.stop();
});

/** Shows a picture to the hall, and looks at it when it is drawn. */
const lostIn = async (hall: FullHall, view: string, words: string, more: object = {}): Promise<string[]> => {
  await people.leader.api.act("project", { gatheringId: hall.id, view, ...more });
  await page.goto(`${founded.server.url}/g/${hall.id}/plenary`);
  await page.getByText(words, { exact: false }).first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // What sets its own size to the room it has does so until nothing changes.
  let before: string[] = [];
  for (;;) {
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const now = await lostOnLastRow(page);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
};

const openVote = async ({ id, ideaIds }: FullHall): Promise<string> => {
  const selection = "... on GatheringWritten { round { id } }";
  const input = { gatheringId: id, title: LONG.question, budget: 3, maxPerIdea: 2, ideaIds };
  const opened = await people.leader.api.act<{ round: { id: string } }>("openRound", input, selection);
  return opened.round.id;
};

/** The last row sees all of it: type of 24 pixels at 1920 × 1080, and no line cut. */
describe.each([5, 20, 40])(
  "what the last row sees of a hall with %i groups",
  { timeout: 240_000 },
  (groups) => {
    let hall: FullHall;
    let roundId: string;
    beforeAll(async () => {
      hall = await fillHall(people, groups);
      roundId = await openVote(hall);
    });

    it.each([
      ["WELCOME", LONG.gathering],
      ["PROGRAMME", LONG.item],
      ["INSTRUCTION", "Les eksemplene"],
      ["TILES", "Gruppe 1"],
      ["IDEAS", LONG.idea],
      ["CLOSING", LONG.gathering],
    ])("%s", async (view, words) => {
      expect(await lostIn(hall, view, words)).toEqual([]);
    });

    it("SPOTLIGHT", async () => {
      const contributionId = hall.exampleId;
      expect(await lostIn(hall, "SPOTLIGHT", LONG.title, { contributionId })).toEqual([]);
    });

    it("VOTE and REVEAL", async () => {
      expect(await lostIn(hall, "VOTE", LONG.question, { roundId })).toEqual([]);
      for (const [i, { api }] of hall.guests.slice(0, 10).entries()) {
        const choices = [{ ideaId: hall.ideaIds[i % hall.ideaIds.length], dots: 2 }];
        await api.act("castBallot", { roundId, choices });
      }
      await people.leader.api.act("closeRound", { roundId });
      await people.leader.api.act("revealRound", { roundId });
      expect(await lostIn(hall, "REVEAL", LONG.question, { roundId })).toEqual([]);
    });

    it("TAKEAWAYS", async () => {
      for (const { api } of hall.guests.slice(0, LONG_UNITS.length))
        await api.act("takeHome", { contributionId: hall.ideaIds[0], body: LONG.promise });
      expect(await lostIn(hall, "TAKEAWAYS", LONG.promise)).toEqual([]);
    });
  },
);
