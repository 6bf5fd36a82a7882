import type { Page } from "playwright-core";
import { beforeAll, describe } from "vitest";
import { comeTo, type Participant, planGathering } from "../house/hall.js";
import type { LookName } from "./looks.js";
import type { Stage } from "./stage.js";

/** Before the day: the network, a new gathering, and the test of the net. */
export const planning = (stage: Stage): void => {
  describe("planning", () => {
    const network = (look: LookName, locale?: string): Promise<Page> =>
      stage.open(stage.people.owner, `/n/${stage.people.network.networkId}`, look, locale);

    stage.state("the network, and which units have met", async () => {
      const page = await network("laptop");
      await page.getByText("Vis som tabell").click();
      await page.getByRole("table").waitFor();
      return page;
    });
    stage.state("a new gathering from a template, on a phone, in nynorsk", async () => {
      const page = await network("narrow", "nn-NO");
      await page.getByRole("button", { name: "Ny samling" }).click();
      const window = page.getByRole("dialog");
      await window.getByRole("radio").nth(2).check();
      await window.getByLabel("Kor mange minutt er de saman?").fill("12");
      await window.getByRole("button", { name: "Lag samlinga" }).click();
      return page;
    });
    stage.state("testing the net", async () => {
      const page = await stage.open(stage.people.leader, `/g/${stage.hall.id}/preflight`, "phone");
      await page.getByRole("button", { name: "Start prøven" }).click();
      await page.getByText(/Svarene kommer raskt|svarene er trege/).waitFor();
      return page;
    });
  });
  describe("before the day", () => {
    let gatheringId: string;
    let atHome: Participant;
    const at = (place: string, look: LookName, locale?: string): Promise<Page> =>
      stage.open(stage.people.leader, `/g/${gatheringId}/${place}`, look, locale);

    beforeAll(async () => {
      const { people } = stage;
      const [school] = people.network.units;
      const { id, code } = await planGathering(people, "Vårsamling i Lysnes", { template: "ETTERMIDDAG" });
      gatheringId = id;
      atHome = await comeTo(people, code, "Oddveig", school?.id);
      await people.leader.api.act("makeGroups", { gatheringId, arena: "UNIT", size: 6 });
    });

    stage.state("the programme, in the dark", async () => {
      const page = await at("plan", "dark laptop");
      await page
        .getByLabel(/^Minutter for/)
        .first()
        .waitFor();
      return page;
    });
    stage.state("a part of the programme, with something missing, 320 wide, in nynorsk", async () => {
      const page = await at("plan", "narrow", "nn-NO");
      await page.getByRole("button", { name: "Legg til ein del", exact: true }).click();
      const window = page.getByRole("dialog");
      await window.getByRole("button", { name: "Lagre" }).click();
      await window.getByText(/delen ein tittel\.$/).waitFor();
      return page;
    });
    stage.state("who has prepared, with text at twice the size", async () => {
      const page = await at("preparation", "big text");
      await page.getByRole("table").waitFor();
      return page;
    });
    stage.state("who sits where, while somebody is moved, on a laptop, in English", async () => {
      const page = await stage.open(stage.people.leader, `/g/${stage.hall.id}/groups`, "laptop", "en-GB");
      await page.getByRole("button", { name: /^Anna/ }).click();
      await page
        .getByRole("button", { name: /^Put Anna/ })
        .first()
        .waitFor();
      return page;
    });
    stage.state("who sits where, while something is wished, 320 wide", async () => {
      const { id: inGathering, author, peer } = stage.hall;
      const participantIds = [author.participantId, peer.participantId];
      await stage.people.leader.api.act("addWish", {
        gatheringId: inGathering,
        kind: "APART",
        participantIds,
      });
      const page = await stage.open(stage.people.leader, `/g/${inGathering}/groups`, "narrow");
      await page
        .getByText(/fra hverandre/)
        .first()
        .waitFor();
      await page.getByRole("button", { name: "Nytt ønske" }).click();
      await page.getByRole("button", { name: "En skriver i hver gruppe" }).click();
      return page;
    });
    stage.state("the task of a unit at home, on a phone", () =>
      stage.showing("Skriv et praksiseksempel", atHome, `/g/${gatheringId}`, "phone"),
    );
  });
};
