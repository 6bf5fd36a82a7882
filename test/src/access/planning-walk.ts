import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { Phone } from "../journey/phone.js";
import { Keyboard } from "./keyboard.js";
import type { Rig } from "./rig.js";

const TASK = "Forarbeid hjemme: vår egen praksis";
const EXAMPLE = "Hvert barn forteller om én ting fra uka.";

/** A gathering from the template to the morning it begins: the leader has keys only, the unit at home a phone. */
export const planningWalk = (rigOf: () => Rig): void => {
  let owner: Keyboard;
  let page: Page;
  let phone: Phone;

  it("plans a gathering from a template, changes how long things take, and makes room to think", async () => {
    const { people } = rigOf().hall;
    page = await rigOf().pageOf(people.owner);
    owner = new Keyboard(page);
    await page.setViewportSize({ width: 1366, height: 850 });
    await page.goto(`${rigOf().url}/n/${people.network.networkId}`);
    await owner.press("Ny samling");
    await owner.type("Hva skal samlingen hete?", "Vårsamling i Lysnes");
    await page.getByLabel("Når begynner den?").fill("2027-04-15T12:00");
    await owner.choose(/^Ettermiddag/);
    await owner.press("Lag samlingen");
    await page.waitForURL(/\/plan$/);
    const welcome = page.getByRole("listitem").filter({ has: page.getByLabel("Minutter for «Velkommen»") });
    await welcome.getByText("til 12:10").waitFor();
    await owner.press("+5 minutter til «Velkommen»");
    await welcome.getByText("til 12:15").waitFor();
    await owner.press(/^Fjern «Tid til å tenke/);
    await confirmed("Fjern delen");
    const warning = page.getByText("Ingen del er satt av til å tenke.");
    await warning.waitFor();
    await owner.press("Legg inn ti minutter");
    await warning.waitFor({ state: "hidden" });
    await page.getByLabel("Minutter for «Tid til å tenke»").waitFor();
  });

  it("invites the units, and one of them writes at home on its own board", async () => {
    await owner.press("Åpne for forarbeid");
    await confirmed("Åpne for forarbeid");
    await owner.press("Forarbeid", "link");
    await page.getByText("0 av 3 enheter har skrevet et eksempel").waitFor();
    const letter = await page.getByText("Slik blir dere med og skriver").innerText();
    expect(letter).toContain(TASK);
    const way = /(\/j\/\w+)/.exec(letter)?.[1] ?? "";
    phone = await Phone.open(rigOf().browser);
    await phone.join(`${rigOf().url}${way}`, "Oddveig", "Fjæra barnehage");
    await phone.page.getByRole("heading", { name: TASK }).waitFor();
    await phone.follow("Skriv et praksiseksempel");
    const words = { Tittel: "Samlingsstund", "Hva gjorde dere, og hva skjedde?": EXAMPLE };
    await phone.write("Del et praksiseksempel", words, "God praksis: noe som virker");
    await phone.says(EXAMPLE, "Lagret");
    expect(await phone.fits()).toBe(true);
  });

  it("sees who has prepared, and starts the day", async () => {
    await owner.press("Program", "link");
    await owner.press("Forarbeid", "link");
    await page.getByText("1 av 3 enheter har skrevet et eksempel").waitFor();
    await page.getByRole("row", { name: /^Fjæra barnehage klar/ }).waitFor();
    await owner.press("Start samlingen");
    await confirmed("Start samlingen");
    await page.getByText("I gang", { exact: true }).waitFor();
    // Within a date the browser marks the part that has the focus, where no script can look.
    expect(owner.unseen.filter((stop) => !stop.startsWith("unmarked: INPUT ds-input"))).toEqual([]);
  });

  /** Says yes in the window that has opened. */
  const confirmed = async (yes: string): Promise<void> => {
    const window = page.getByRole("dialog");
    await window.waitFor();
    await owner.press(yes);
    await window.waitFor({ state: "hidden" });
  };
};
