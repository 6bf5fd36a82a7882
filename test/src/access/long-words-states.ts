import type { Page } from "playwright-core";
import { beforeAll, describe } from "vitest";
import { Hall, type Somebody } from "../house/hall.js";
import type { Stage } from "./stage.js";

const TITLE = "Spesialundervisningsrettleiing";
const PLANNING = "Kompetanseutviklingsplanlegging";
const DAY = "Samarbeidsskulenettverkslærarplanleggingsdag";

/** The longest words that people here write, everywhere they can stand, on the narrowest screen with the largest text. */
export const longWords = (stage: Stage): void => {
  describe("long words, 320 wide with text at twice the size", () => {
    let hall: Hall;
    let roundId: string;
    const shown = async (path: string, who: Somebody = hall.author): Promise<Page> => {
      const page = await stage.open(who, `/g/${hall.id}${path}`, "narrow, big text", "nn-NO");
      // What is chosen from is not seen before it is opened.
      const words = page.getByText(new RegExp(`${TITLE}|${PLANNING}`)).and(page.locator(":not(option)"));
      await words.first().waitFor();
      return page;
    };

    beforeAll(async () => {
      hall = await Hall.open(stage.people, `${DAY} ved Skarvfjord`);
      const itemId = await hall.addItem({ title: PLANNING, instruction: `${DAY}: ${TITLE}.` });
      await hall.lead.act("goToItem", { gatheringId: hall.id, itemId });
      const example = { kind: "PRACTICE_EXAMPLE", title: TITLE, body: `${DAY}.`, theme: PLANNING };
      await hall.post(hall.author, { ...example, lens: "GOOD", challengeUsOn: `${PLANNING}?` });
      const idea = await hall.post(hall.peer, { kind: "IDEA", body: TITLE });
      roundId = await hall.openRound([idea, await hall.post(hall.author, { kind: "IDEA", body: DAY })]);
    });

    stage.state("on a board", () => shown(`/b/${hall.boardId}`));
    stage.state("in my gathering", () => shown(""));
    stage.state("in a vote", () => shown(`/vote/${roundId}`));
    stage.state("afterwards", () => shown("/revisit"));
    stage.state("while leading", () => shown("/lead", stage.people.leader));
    stage.state("on the projector", async () => {
      await hall.lead.act("project", { gatheringId: hall.id, view: "INSTRUCTION" });
      return stage.showing(PLANNING, stage.people.leader, `/g/${hall.id}/plenary`, "projector");
    });
  });
};
