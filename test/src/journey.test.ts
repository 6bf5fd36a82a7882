import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "./browser.js";
import { type BuiltServer, startBuilt } from "./house/built-server.js";
import { type Hosts, hostsOfDemo, planGathering } from "./house/hall.js";
import { leaderToken } from "./house/welcome.js";
import { Leader, signIn } from "./journey/leader.js";
import { Phone } from "./journey/phone.js";
import { newVisitor } from "./journey/visitor.js";
import { freePort } from "./start/launch.js";

let DATA_DIR: string;
let PORT: string;
let server: BuiltServer;
let browser: Browser;
let hosts: Hosts;
let gathering: { readonly id: string; readonly code: string };

let leader: Leader;
let projector: Page;
let anna: Phone;
let bjarte: Phone;

beforeAll(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), "ordskifte-journey-"));
  PORT = String(await freePort());
  [server, browser] = await Promise.all([startBuilt({ DATA_DIR, PORT }), launchBrowser()]);
  hosts = await hostsOfDemo(server.url, leaderToken(server));
  gathering = await planGathering(hosts, "Prøvesamling");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(DATA_DIR, { recursive: true, force: true });
});

let isBroken = false;
beforeEach((step) => {
  if (isBroken) throw new Error(`The day ended before: ${step.task.name}`);
  step.onTestFailed(() => void (isBroken = true));
});

const at = (path: string): string => `${server.url}/g/${gathering.id}${path}`;

/** A fresh one-time link for the leader; the demo's own is used up by then. */
const linkFor = async (role: "LEADER" | "MEMBER"): Promise<string> => {
  const { networkId } = hosts.network;
  const query = "query ($id: ID!) { network(id: $id) { members { edges { node { id role } } } } }";
  const network = await hosts.leader.api.read<{
    members: { edges: { node: { id: string; role: string } }[] };
  }>(query, { id: networkId });
  const membershipId = network.members.edges.find(({ node }) => node.role === role)?.node.id;
  const selection = "... on NetworkWritten { signInLink { url } }";
  const made = await hosts.leader.api.act<{ signInLink: { url: string } }>(
    "createSignInLink",
    { membershipId },
    selection,
  );
  return `${server.url}${new URL(made.signInLink.url).pathname}`;
};

/** The way in for a member of the network who was not there. */
const newMembersLink = async (): Promise<string> => {
  const input = { networkId: hosts.network.networkId, name: "Kari", role: "MEMBER", unitId: null };
  await hosts.leader.api.act("addMember", input);
  return linkFor("MEMBER");
};

/** How many cards of the gathering have these words. */
const countOf = async (words: string): Promise<number> => {
  const query =
    "query ($id: ID!) { gathering(id: $id) { contributions(first: 500) { edges { node { body } } } } }";
  const { contributions } = await hosts.leader.api.read<{
    contributions: { edges: { node: { body: string } }[] };
  }>(query, { id: gathering.id });
  return contributions.edges.filter(({ node }) => node.body === words).length;
};

const TITLE = "Lesestund i par";
const EXAMPLE = "Elevene leser for hverandre i ti minutter hver dag.";
const CHALLENGE = "Hvordan vet dere at det er lesestunden som virker?";
const ANSWER = "Vi sammenligner med parallellklassen.";
const REFLECTION = "Vi snakker mest om elevene og lite om oss selv.";
const TAKEAWAY = "Vi besøker Fjæra i uke 45 og forteller om det på trinnmøtet.";
const OTHER_IDEA = "Lage en felles lesekasse";
const IDEA = "Besøke hverandre én dag i høst";

/** One day, step by step; each goes on from where the one before ended. */
describe("from the QR code to the plenary and back", () => {
  it("the leader signs in by a link, and the projector shows the way in", async () => {
    leader = await Leader.open(browser, await linkFor("LEADER"), at("/lead"));
    projector = await leader.projector(at("/plenary"));
    await projector.getByRole("img", { name: new RegExp(`/j/${gathering.code}$`) }).waitFor();
  });

  it("two people of different units come in by name and unit, and get a group", async () => {
    [anna, bjarte] = [await Phone.open(browser), await Phone.open(browser)];
    const address = `${server.url}/j/${gathering.code}`;
    await Promise.all([
      anna.join(address, "Anna", "Lysnes skole (1–7)"),
      bjarte.join(address, "Bjarte", "Fjæra barnehage"),
    ]);
    await leader.confirm("Start samlingen");
    await leader.confirm("Lag grupper", "Lag gruppene");
    await leader.next("Velkommen");
    await leader.next("Praksiseksempler");
    await anna.follow("Skriv et praksiseksempel");
    await bjarte.follow("Skriv et praksiseksempel");
  });

  it("what is written in silence is nobody else's until the leader opens it", async () => {
    const empty = bjarte.page.getByText("Her er det ingen kort ennå");
    await empty.waitFor();
    const words = { Tittel: TITLE, "Hva gjorde dere, og hva skjedde?": EXAMPLE };
    await anna.write("Del et praksiseksempel", words, "God praksis: noe som virker");
    await anna.says(EXAMPLE, "Lagret");
    expect(await empty.isVisible()).toBe(true);
    expect(await bjarte.page.getByText(TITLE).count()).toBe(0);
    await leader.press("Åpne kortene for gruppa");
    await bjarte.sees(EXAMPLE);
    await leader.press("Angre");
    await bjarte.page.getByText(EXAMPLE).waitFor({ state: "detached" });
    await leader.press("I gruppa");
    await bjarte.sees(EXAMPLE);
  });

  it("the other challenges, and the author's answer survives a server that is killed while it is sent", async () => {
    await leader.next("Utveksling på tvers");
    await bjarte.write(`Utfordre: ${TITLE}`, { "Hva vil du utfordre dem på?": CHALLENGE });
    await anna.sees(CHALLENGE);
    await anna.press(/^Svar:/);
    await anna.page.getByRole("textbox", { name: "Hva svarer du?" }).fill(ANSWER);
    await Promise.all([anna.press("Legg på tavla"), server.kill()]);
    await bjarte.press("Mer");
    await bjarte.write("Skriv en refleksjon", { "Hva tenker du?": REFLECTION });
    await bjarte.says(REFLECTION, "Venter på nett");
    server = await startBuilt({ DATA_DIR, PORT });
    await anna.says(ANSWER, "Lagret");
    await bjarte.says(REFLECTION, "Lagret");
    await bjarte.sees(ANSWER);
    await anna.sees(REFLECTION);
    expect([await anna.fits(), await bjarte.fits()]).toEqual([true, true]);
    for (const words of [EXAMPLE, CHALLENGE, ANSWER, REFLECTION]) expect(await countOf(words)).toBe(1);
  });

  it("what the leader does to cards and seats can be taken back", async () => {
    await leader.next("Ideer");
    for (const [phone, words] of [
      [bjarte, IDEA],
      [anna, OTHER_IDEA],
    ] as const) {
      await phone.write("Foreslå en idé", { "Hva kunne vi prøve?": words });
      await phone.says(words, "Lagret");
    }
    await bjarte.sees(OTHER_IDEA);
    const desk = await leader.desk(anna.page.url());
    await desk.merge(IDEA, OTHER_IDEA);
    await desk.undo("1 idé er slått sammen med en annen.");
    await desk.hide(REFLECTION);
    await anna.card(REFLECTION).waitFor({ state: "detached" });
    await desk.undo("Kortet er skjult.");
    await anna.sees(REFLECTION);
    for (const words of [IDEA, OTHER_IDEA]) await desk.card(words).waitFor();
    await desk.page.goto(at("/groups"));
    await desk.sendAway("Anna");
    await desk.undo("Anna er ikke her");
    await desk.sitsAt("Anna", "Gruppe 1");
  });

  it("an idea is voted on, and the reveal is on the projector", async () => {
    await anna.sees(IDEA);
    const label = "Hva tar dere med hjem, og hva vil dere prøve?";
    await anna.write(`Ta med hjem: ${IDEA}`, { [label]: TAKEAWAY });
    await anna.says(TAKEAWAY, "Lagret");
    await leader.next("Avstemning");
    await leader.confirm("Åpne avstemning");
    await projector.getByText("av 2 har stemt").waitFor();
    for (const phone of [anna, bjarte]) {
      await phone.page.goto(at(""));
      await phone.follow("Stem");
      await phone.press(`Gi en prikk til «${IDEA}»`);
      await phone.page.getByText("Lagret", { exact: true }).waitFor();
    }
    await leader.reads("2 av 2 har stemt");
    await leader.press("Lukk avstemningen");
    await leader.press("Vis resultatet på lerretet");
    await projector.getByText("2 av 2 stemte").waitFor();
    await projector.getByRole("listitem").filter({ hasText: IDEA }).getByText("2 prikker").waitFor();
  });

  it("what is archived is found again by those who have the link and the right to it", async () => {
    await leader.confirm("Avslutt dagen");
    await leader.confirm("Arkiver");
    await anna.page.goto(at(""));
    await anna.follow("Les samlingen igjen");
    await anna.page.getByRole("heading", { name: TITLE }).waitFor();
    expect(await anna.fits()).toBe(true);
    const member = await signIn(browser, await newMembersLink());
    await member.goto(at("/revisit"));
    for (const words of [EXAMPLE, CHALLENGE, ANSWER, IDEA]) await member.getByText(words).first().waitFor();
    await member.getByRole("searchbox", { name: "Søk etter ord" }).fill("parallellklasse");
    await member.getByRole("button", { name: "Søk", exact: true }).click();
    await member
      .getByText(/^1 treff/)
      .first()
      .waitFor();
  });

  it("and not by somebody who has the link alone", async () => {
    const stranger = await newVisitor(browser, { width: 360, height: 740 });
    await stranger.goto(at("/revisit"));
    await stranger
      .getByText(/Vi finner ikke denne samlingen/)
      .first()
      .waitFor();
    expect(await stranger.getByText(TITLE).count()).toBe(0);
    await stranger.goto(`${server.url}/j/${gathering.code}`);
    await stranger.getByText("Samlingen er over.").waitFor();
  });
});
