import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Participant, planGathering, type Somebody } from "../house/hall.js";
import { Api } from "../house/api.js";
import { Keyboard } from "./keyboard.js";
import { planningWalk } from "./planning-walk.js";
import { openRig, type Rig } from "./rig.js";

let rig: Rig;
let gathering: { readonly id: string; readonly code: string };
let anna: Keyboard;
let leader: Keyboard;
let bjarte: Participant;
let boardId: string;

beforeAll(async () => {
  rig = await openRig();
  gathering = await planGathering(rig.hall.people, "Prøvesamling");
  anna = new Keyboard(await rig.pageOf(null));
  leader = new Keyboard(await rig.pageOf(rig.hall.people.leader));
  await leader.page.setViewportSize({ width: 1366, height: 850 });
});
afterAll(() => rig?.close());

const at = (path: string): string => `${rig.url}/g/${gathering.id}${path}`;

const joinedByApi = async (name: string): Promise<Participant> => {
  const api = new Api(rig.url);
  const input = {
    code: gathering.code,
    name,
    unitId: rig.hall.people.network.units[1]?.id,
    wantsToken: true,
  };
  const selection = "... on Joined { token participant { id } }";
  const { token, participant } = await api.act<{ token: string; participant: { id: string } }>(
    "join",
    input,
    selection,
  );
  const signedIn = api.as(token);
  const { person } = await signedIn.read<{ person: { id: string } }>("{ viewer { person { id } } }");
  return { api: signedIn, personId: person.id, participantId: participant.id };
};

/** Bjarte, at the same board with a mouse of his own. */
const post = async (who: Somebody, kind: string, body: string, more: object = {}): Promise<string> => {
  const clientMutationId = crypto.randomUUID();
  await who.api.act("postContribution", { boardId, kind, body, clientMutationId, ...more });
  return clientMutationId;
};

/** The leader goes on to the next part, and confirms what is asked. */
const next = async (title: string): Promise<void> => {
  await leader.press(new RegExp(`^Neste\\s*${title}$`));
  await leader.page.getByRole("heading", { name: title, level: 2, exact: true }).waitFor();
};
const confirm = async (words: string, yes = words): Promise<void> => {
  await leader.press(words);
  const window = leader.page.getByRole("dialog");
  await window.waitFor();
  await leader.press(yes);
  await window.waitFor({ state: "hidden" });
};

const WORDS = "Elevene leser for hverandre i ti minutter hver dag.";
const IDEA = "Besøke hverandre én dag i høst";

describe("a day with nothing but keys", () => {
  let isBroken = false;
  beforeEach((step) => {
    if (isBroken) throw new Error(`The day ended before: ${step.task.name}`);
    step.onTestFailed(() => void (isBroken = true));
  });

  it("from the door to the gathering", async () => {
    await anna.page.goto(rig.url);
    await anna.type("Kode", gathering.code);
    await anna.type("Hva heter du?", "Anna");
    await anna.choose("Skarvfjord skole");
    await anna.press("Kom inn");
    await anna.page.waitForURL(/\/g\/[^/]+$/);
    bjarte = await joinedByApi("Bjarte");
  });

  it("the leader starts, makes groups and goes on", async () => {
    await leader.page.goto(at("/lead"));
    await leader.page.getByRole("heading", { name: "Gruppene" }).waitFor();
    await confirm("Start samlingen");
    await confirm("Lag grupper", "Lag gruppene");
    await next("Velkommen");
    await next("Praksiseksempler");
    expect(await leader.focus()).not.toBe("nothing");
  });

  it("writes an example", async () => {
    await anna.press("Skriv et praksiseksempel", "link");
    await anna.press("Del et praksiseksempel");
    await anna.type("Tittel", "Lesestund i par");
    await anna.type("Hva gjorde dere, og hva skjedde?", WORDS);
    await anna.choose("God praksis: noe som virker");
    await anna.press("Legg på tavla");
    await anna.page.getByRole("dialog").waitFor({ state: "hidden" });
    await anna.page.getByRole("article").filter({ hasText: WORDS }).getByText("Lagret").waitFor();
    expect(await anna.focus()).toContain("Del et praksiseksempel");
    boardId = new URL(anna.page.url()).pathname.split("/").at(-1) ?? "";
    await leader.press("Åpne kortene for gruppa");
    // Whoever goes on before that may come first, and then they stay closed.
    await leader.page.getByText("Kortene er åpnet", { exact: true }).waitFor();
  });

  it("challenges, and answers a challenge", async () => {
    await next("Utveksling på tvers");
    const example = { title: "Uteskole", lens: "GOOD" };
    await post(bjarte, "PRACTICE_EXAMPLE", "Vi er ute en dag i uka.", example);
    await anna.sees("Uteskole");
    await anna.press("Utfordre: Uteskole");
    await anna.type("Hva vil du utfordre dem på?", "Hva lærer de ute som de ikke lærer inne?");
    await anna.press("Legg på tavla");
    const mine = await anna.page
      .getByRole("article")
      .filter({ hasText: WORDS })
      .first()
      .evaluate((one) => one.parentElement?.id);
    await post(bjarte, "CHALLENGE", "Hvordan vet dere at det virker?", { toId: mine?.replace("card-", "") });
    await anna.sees("Hvordan vet dere at det virker?");
    await anna.press(/^Svar: Hvordan vet dere/);
    await anna.type("Hva svarer du?", "Vi sammenligner med parallellklassen.");
    await anna.press("Legg på tavla");
    await anna.page
      .getByRole("article")
      .filter({ hasText: "parallellklassen" })
      .getByText("Lagret")
      .waitFor();
  });

  it("suggests an idea; the leader merges it with another", async () => {
    await next("Ideer");
    await anna.press("Foreslå en idé");
    await anna.type("Hva kunne vi prøve?", IDEA);
    await anna.press("Legg på tavla");
    await anna.page.getByRole("article").filter({ hasText: IDEA }).getByText("Lagret").waitFor();
    await post(bjarte, "IDEA", "Besøk hos hverandre");
    await post(bjarte, "IDEA", "Felles lesestund");
    await leader.press("Slå sammen ideer");
    await leader.tick(new RegExp(`^${IDEA}`));
    await leader.tick(/^Besøk hos hverandre/);
    await leader.press("Slå sammen 2");
    await leader.page.getByRole("checkbox", { name: /^Besøk hos hverandre/ }).waitFor({ state: "hidden" });
    await leader.press("Ferdig");
    expect(await leader.focus()).toContain("Slå sammen ideer");
  });

  it("takes it home", async () => {
    await anna.press(`Ta med hjem: ${IDEA}`);
    await anna.type("Hva tar dere med hjem, og hva vil dere prøve?", "Vi besøker Fjæra i uke 45.");
    await anna.press("Ta med hjem");
    await anna.page.getByRole("article").filter({ hasText: "uke 45" }).getByText("Lagret").waitFor();
  });

  it("votes, and the leader shows the result", async () => {
    await next("Avstemning");
    await confirm("Åpne avstemning");
    await anna.page.goto(at(""));
    await anna.press("Stem", "link");
    await anna.press("Gi en prikk til «Felles lesestund»");
    await anna.page.getByText("Lagret", { exact: true }).waitFor();
    await leader.press("Lukk avstemningen");
    await leader.press("Vis resultatet på lerretet");
    await leader.page.getByText("er vist").waitFor();
    expect(await leader.focus()).not.toBe("nothing");
  });

  it("afterwards: searches, and takes it all out", async () => {
    await confirm("Avslutt dagen");
    await confirm("Arkiver");
    await anna.page.goto(at("/revisit"));
    await anna.type("Søk etter ord", "parallellklasse", "searchbox");
    await anna.page.keyboard.press("Enter");
    await anna.page
      .getByText(/^1 treff/)
      .first()
      .waitFor();
    const taken = anna.page.waitForEvent("download");
    await anna.press("Last ned dokument");
    expect((await taken).suggestedFilename()).toMatch(/\.html$/);
  });

  it("the focus was seen at every stop", () => {
    expect([...new Set([...anna.unseen, ...leader.unseen])]).toEqual([]);
  });
});

describe("the focus stays with the reader", () => {
  let kari: Keyboard;
  let cards: readonly string[];

  beforeAll(async () => {
    const { hall } = rig;
    kari = new Keyboard(await rig.pageOf(hall.author));
    const ideas = [];
    for (const body of ["Første idé", "Andre idé", "Tredje idé", "Fjerde idé"])
      ideas.push(await hall.post(body.startsWith("A") ? hall.author : hall.peer, { kind: "IDEA", body }));
    cards = ideas;
    await kari.page.goto(`${rig.url}/g/${hall.id}/b/${hall.boardId}`);
  });

  it("when she withdraws the card that she stands on", async () => {
    await kari.press("Mer: Andre idé");
    await kari.press("Trekk tilbake: Andre idé");
    await kari.press("Trekk tilbake");
    await kari.page.getByRole("article", { name: /Andre idé/ }).waitFor({ state: "detached" });
    await expect.poll(() => kari.focus()).toContain("Tredje idé");
  });

  it("when another withdraws it under her", async () => {
    await kari.goTo("button", "Ta med hjem: Tredje idé");
    await rig.hall.peer.api.act("withdrawContribution", { contributionId: cards[2] });
    await kari.page.getByRole("article", { name: /Tredje idé/ }).waitFor({ state: "detached" });
    await expect.poll(() => kari.focus()).toContain("Fjerde idé");
  });

  it("and where she reads, when cards come", async () => {
    await kari.goTo("button", "Ta med hjem: Første idé");
    const before = await kari.page.evaluate(() => document.activeElement?.getBoundingClientRect().top);
    await rig.hall.post(rig.hall.peer, { kind: "IDEA", body: "Femte idé" });
    await kari.page
      .getByRole("button", { name: /^1 ny$/ })
      .or(kari.page.getByText("Femte idé"))
      .first()
      .waitFor();
    expect(await kari.focus()).toContain("Ta med hjem: Første idé");
    const after = await kari.page.evaluate(() => document.activeElement?.getBoundingClientRect().top);
    expect(after).toBe(before);
  });
});

describe("planning a day with nothing but keys", () => {
  planningWalk(() => rig);
});
