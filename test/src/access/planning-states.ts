import type { Page } from "playwright-core";
import { describe } from "vitest";
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
};
