import type { Locator, Page } from "playwright-core";
import { beforeAll, describe } from "vitest";
import { Hall } from "../house/hall.js";
import { colourSight } from "./colour-sight.js";
import type { LookName } from "./looks.js";
import type { Stage } from "./stage.js";

/** While it goes on: what a group has on its phones, what the leader has in her hands, and what hangs on the wall. */
export const running = (stage: Stage): void => {
  describe("while it goes on", () => {
    let hall: Hall;
    let ideas: string[];
    let garden: string[];
    const mine = (look: LookName): Promise<Page> =>
      stage.showing("sammen med", hall.author, `/g/${hall.id}`, look);
    const lead = (look: LookName, locale?: string): Promise<Page> =>
      stage.open(stage.people.leader, `/g/${hall.id}/lead`, look, locale);
    const plenary = async (view: string, words: string): Promise<Page> => {
      await hall.lead.act("project", { gatheringId: hall.id, view });
      return stage.showing(words, stage.people.leader, `/g/${hall.id}/plenary`, "projector");
    };
    const participant = () => ({ participantId: hall.author.participantId, name: "Anna", people: 3 });

    beforeAll(async () => {
      hall = await Hall.open(stage.people, "Midt i dagen");
      const idea = (body: string): Promise<string> => hall.post(hall.author, { kind: "IDEA", body });
      ideas = [await idea("Lesevenner på tvers av trinn"), await idea("Lesevenner på tvers av trinnene")];
      garden = [await idea("Skolehage med kommunegartneren"), await idea("Uteskole annenhver uke")];
      await hall.lead.act("editParticipant", { ...participant(), unitId: stage.people.network.units[0]?.id });
      await hall.lead.act("setPhase", { gatheringId: hall.id, phase: "GROUP" });
    });

    stage.state("my group, with whose turn it is, ready and with a hand up", async () => {
      const page = await mine("phone");
      await page.getByRole("button", { name: "Vi er klare" }).click();
      await page.getByRole("button", { name: "Rekk opp hånda" }).click();
      await page.getByText("Den som leder, ser at dere vil ha besøk.").waitFor();
      return page;
    });
    stage.state("the console while somebody asks for help, in English", async () => {
      const page = await lead("laptop", "en-GB");
      await page.getByText("Hand up").first().waitFor();
      return page;
    });
    colourSight(() => stage.rig.pageOf(stage.people.leader, "en-GB"), [/^Hand up/]);
    stage.state("helping somebody, 320 wide, in nynorsk", async () => {
      const page = await lead("narrow", "nn-NO");
      await page.getByRole("button", { name: "Hjelp Anna" }).click();
      await page.getByRole("dialog").waitFor();
      return page;
    });
    stage.state("the plenary: the ideas", async () => {
      for (const contributionId of ideas) await hall.lead.act("sendToPlenary", { contributionId });
      return plenary("IDEAS", "Lesevenner på tvers av trinnene");
    });
    stage.state("the plenary: what is taken home", async () => {
      const body = "Vi prøver lesevenner på 3. trinn fram til jul.";
      await hall.author.api.act("takeHome", { contributionId: ideas[0], body });
      return plenary("TAKEAWAYS", body);
    });
    const gathered = async (look: LookName, locale: string | undefined, open: RegExp): Promise<Locator> => {
      const page = await lead(look, locale);
      await page.getByRole("button", { name: open }).click();
      const window = page.getByRole("dialog");
      await window.getByText("Lesevenner på tvers av trinnene").first().waitFor();
      return window;
    };
    stage.state("gathering the ideas while one is held, on a laptop", async () => {
      const window = await gathered("laptop", undefined, /^Ideer i plenum/);
      await window.getByRole("button", { name: /^Slå sammen «Lesevenner på tvers av trinn» med/ }).click();
      return window.page();
    });
    stage.state("gathering the ideas, some of them merged, 320 wide, in English", async () => {
      const window = await gathered("narrow", "en-GB", /^Ideas in plenary/);
      await window.getByRole("button", { name: "Yes, merge" }).click();
      await window.getByRole("button", { name: "Undo" }).waitFor();
      return window.page();
    });
    stage.state("opening a vote, on a phone", async () => {
      const page = await lead("phone");
      await page.getByRole("button", { name: "Åpne avstemning" }).click();
      await page.getByRole("dialog").getByLabel("Spørsmål").fill("");
      await page.getByRole("dialog").getByRole("button", { name: "Åpne avstemning" }).click();
      await page.getByText("Skriv hva det stemmes over.").waitFor();
      return page;
    });
    stage.state("a table that votes together", async () => {
      const roundId = await hall.openRound(garden);
      return stage.showing("Dere stemmer for 3", hall.author, `/g/${hall.id}/vote/${roundId}`, "phone");
    });
    stage.state("what is kept of me", async () => stage.open(hall.author, "/meg", "big text"));
    stage.state("being asked before one's name is erased, in nynorsk, in the dark", async () => {
      const page = await stage.open(hall.author, "/meg", "dark", "nn-NO");
      await page.getByRole("button", { name: /^Slett/ }).click();
      await page.getByRole("dialog").waitFor();
      return page;
    });
  });
};
