import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./browser.js";
import { type Founded, foundServer } from "./house/founded.js";
import { Hall, itemFields } from "./house/hall.js";
import { seatedPage } from "./house/seated-page.js";

let founded: Founded;
let hall: Hall;
let browser: Browser;

beforeAll(async () => {
  founded = await foundServer();
  [hall, browser] = await Promise.all([Hall.open(founded.people), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await founded?.stop();
});

/** The programme as somebody who leads plans it. */
const planning = async (): Promise<Page> => {
  const page = await seatedPage(browser, founded.people.leader, { viewport: { width: 1366, height: 850 } });
  await page.goto(`${founded.server.url}/g/${hall.id}/plan`);
  return page;
};

/** Somebody else who leads changes the item meanwhile. */
const changedMeanwhile = (itemId: string, changes: object) =>
  founded.people.owner.api.act("editItem", { itemId, item: itemFields({ title: "Samtale", ...changes }) });

const instructionOf = async (itemId: string): Promise<string | undefined> => {
  const query = "query ($id: ID!) { gathering(id: $id) { programme { id instruction } } }";
  const { programme } = await hall.lead.read<{ programme: { id: string; instruction: string }[] }>(query, {
    id: hall.id,
  });
  return programme.find(({ id }) => id === itemId)?.instruction;
};

describe("what a leader writes about an item", () => {
  it("outlives a reload, follows what others save beside it, and lets one choose where both wrote", async () => {
    const itemId = await hall.addItem({ title: "Samtale", instruction: "Les." });
    const page = await planning();
    const form = page.getByRole("dialog");
    await page.getByRole("button", { name: "Endre «Samtale»" }).click();
    await form.getByLabel("Hva skal deltakerne gjøre?").fill("Les, og spør.");
    await page.reload();
    await page.getByRole("button", { name: "Skriv videre" }).click();
    expect(await form.getByLabel("Hva skal deltakerne gjøre?").inputValue()).toBe("Les, og spør.");

    await changedMeanwhile(itemId, { instruction: "Les.", minutes: 35 });
    await expect.poll(() => form.getByLabel("Minutter").first().inputValue()).toBe("35");
    await changedMeanwhile(itemId, { instruction: "Les høyt.", minutes: 35 });
    await form.getByText("Les høyt.").waitFor();
    await form.getByRole("button", { name: "Lagre" }).click();
    expect(await instructionOf(itemId)).toBe("Les høyt.");
    await form.getByRole("button", { name: "Behold mitt" }).click();
    await form.getByRole("button", { name: "Lagre" }).click();
    await form.waitFor({ state: "hidden" });
    expect(await instructionOf(itemId)).toBe("Les, og spør.");
    expect(await page.getByRole("button", { name: "Skriv videre" }).count()).toBe(0);
  });

  it("can be thrown away for what the other wrote", async () => {
    const itemId = await hall.addItem({ title: "Ettertanke", instruction: "Tenk." });
    const page = await planning();
    const form = page.getByRole("dialog");
    await page.getByRole("button", { name: "Endre «Ettertanke»" }).click();
    await form.getByLabel("Hva skal deltakerne gjøre?").fill("Tenk høyt.");
    await changedMeanwhile(itemId, { title: "Ettertanke", instruction: "Skriv." });
    await form.getByRole("button", { name: "Bruk det de skrev" }).click();
    expect(await form.getByLabel("Hva skal deltakerne gjøre?").inputValue()).toBe("Skriv.");
  });
});
