import type { Page } from "playwright-core";
import { describe } from "vitest";
import { Hall } from "../house/hall.js";
import { colourSight } from "./colour-sight.js";
import type { Stage } from "./stage.js";

/** Holds back what a page sends that has these words in it, until it is let go. */
export async function holdBack(page: Page, words: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => void (letGo = resolve));
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes(words)) await gone;
    await route.fallback();
  });
  return letGo;
}

/** Writes an idea on the board that is shown, and goes on when its window has closed. */
export async function writeIdea(page: Page, words: string): Promise<void> {
  await page.getByRole("group", { name: "Skriv på tavla" }).getByRole("button", { name: "Mer" }).click();
  await page.getByRole("button", { name: "Foreslå en idé" }).click();
  await page.getByLabel("Hva kunne vi prøve?").fill(words);
  await page.getByRole("dialog").getByRole("button", { name: "Legg på tavla" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** How far one's own cards have come: saved, refused, on their way; those that wait are looked at without a net. */
export const sending = (stage: Stage): void => {
  describe("cards on their way", () => {
    let hall: Hall;
    let page: Page;

    stage.state("one saved, one refused and one on its way", async () => {
      hall = await Hall.open(stage.people, "På vei");
      await hall.post(hall.author, { kind: "IDEA", body: "Lesebenk i gangen." });
      const board = `/g/${hall.id}/b/${hall.boardId}`;
      page = await stage.showing("Lesebenk i gangen.", hall.author, board, "phone");
      const freeze = (frozen: boolean): Promise<unknown> =>
        hall.lead.act("freezeBoard", { boardId: hall.boardId, frozen });
      const letGo = await holdBack(page, "Skolehage");
      await writeIdea(page, "Skolehage.");
      await freeze(true);
      letGo();
      await page.getByText(/^Ikke sendt/).waitFor();
      await freeze(false);
      await holdBack(page, "Uteskole");
      await writeIdea(page, "Uteskole.");
      await page.getByText("Sender …").waitFor();
      return page;
    });
    // All of it in one picture.
    const whole = async (): Promise<Page> => {
      await page.setViewportSize({ width: 390, height: 3000 });
      return page;
    };
    colourSight(whole, [/^Lagret$/, /^Ikke sendt/, /^Sender …$/]);
  });
};
