import type { Page } from "playwright-core";
import { beforeAll, describe } from "vitest";
import { Hall, join, type Participant, planGathering } from "../house/hall.js";
import type { LookName } from "./looks.js";
import type { Stage } from "./stage.js";

/** Before the day: the network, a programme, what the units do at home, and who sits with whom. */
export const planning = (stage: Stage): void => {
  networkAndProgramme(stage);
  preparation(stage);
  groups(stage);
};

const networkAndProgramme = (stage: Stage): void => {
  describe("planning", () => {
    const network = (look: LookName, locale?: string): Promise<Page> =>
      stage.open(stage.people.owner, `/n/${stage.people.network.networkId}`, look, locale);
    const plan = (look: LookName, locale?: string): Promise<Page> =>
      stage.showing(/\+5/, stage.people.leader, `/g/${stage.hall.id}/plan`, look, locale);

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
    stage.state("a programme", () => plan("laptop"));
    stage.state("a programme in nynorsk, 320 wide, in which nobody gets time to think", async () => {
      await removeReflection(stage.hall);
      const page = await plan("narrow", "nn-NO");
      await page.getByText("Ingen del er sett av til å tenkje.").waitFor();
      return page;
    });
    stage.state("a part of a programme, with something missing", async () => {
      const page = await plan("dark laptop");
      await page.getByRole("button", { name: "Legg til en del", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Lagre" }).click();
      await page.getByText("Gi delen en tittel.").waitFor();
      return page;
    });
    stage.state("testing the net", async () => {
      const page = await stage.open(stage.people.leader, `/g/${stage.hall.id}/preflight`, "phone");
      await page.getByRole("button", { name: "Start prøven" }).click();
      await page.getByText(/Svarene kommer raskt|svarene er trege/).waitFor();
      return page;
    });
  });
};

const removeReflection = async ({ lead, id }: Hall): Promise<void> => {
  const query = "query ($id: ID!) { gathering(id: $id) { programme { id kind } } }";
  const { programme } = await lead.read<{ programme: { id: string; kind: string }[] }>(query, { id });
  for (const item of programme)
    if (item.kind === "REFLECTION") await lead.act("removeItem", { itemId: item.id });
};

const preparation = (stage: Stage): void => {
  describe("what is done at home before", () => {
    let gathering: { readonly id: string; readonly code: string };
    let guest: Participant;
    beforeAll(async () => {
      const { people } = stage;
      gathering = await planGathering(people, "Ettermiddagssamling", {
        template: "ETTERMIDDAG",
        language: "NB",
      });
      guest = await join(people, gathering.code, "Oddveig", people.network.units[0]?.id);
    });

    stage.state("the task on a phone", () => stage.showing("Frist:", guest, `/g/${gathering.id}`, "phone"));
    stage.state("which units have written", () =>
      stage.showing("PPT Ytre Kyst", stage.people.leader, `/g/${gathering.id}/preparation`, "laptop"),
    );
    stage.state("which units have written, in nynorsk, in the dark, on a phone", () =>
      stage.showing("PPT Ytre Kyst", stage.people.leader, `/g/${gathering.id}/preparation`, "dark", "nn-NO"),
    );
  });
};

const groups = (stage: Stage): void => {
  describe("who sits with whom", () => {
    let hall: Hall;
    beforeAll(async () => {
      hall = await Hall.open(stage.people, "Full sal");
      const more = await Promise.all(
        ["Turid", "Øystein", "Mariann", "Gro"].map((name, i) => hall.join(name, i % 3)),
      );
      await hall.lead.act("makeGroups", { gatheringId: hall.id, arena: "CROSS", size: 3, newRound: true });
      const [turid, oystein] = more.map(({ participantId }) => participantId);
      const wish = { gatheringId: hall.id, participantIds: [turid, oystein] };
      for (const kind of ["TOGETHER", "APART"]) await hall.lead.act("addWish", { ...wish, kind });
    });
    const groupsOf = (look: LookName, locale?: string): Promise<Page> =>
      stage.showing("Turid", stage.people.leader, `/g/${hall.id}/groups`, look, locale);

    stage.state("a round with its report and wishes", () => groupsOf("laptop"));
    stage.state("somebody picked up, in English, 320 wide", async () => {
      const page = await groupsOf("narrow", "en-GB");
      await page.getByRole("button", { name: /^Turid/ }).click();
      await page.getByText("Turid is picked up.").waitFor();
      return page;
    });
    stage.state("a wish that is being made, in the dark", async () => {
      const page = await groupsOf("dark");
      await page.getByRole("button", { name: "Nytt ønske" }).click();
      await page.getByText("En skriver i hver gruppe").click();
      await page.getByText("Hvem kan skrive for gruppa si?").waitFor();
      return page;
    });
  });
};
