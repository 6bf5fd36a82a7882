import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Hall } from "../house/hall.js";
import { netOf } from "../house/net.js";
import { colours, colourSight } from "./colour-sight.js";
import { leaveDraft, leaveUnsentCard } from "./left-on-device.js";
import { longWords } from "./long-words-states.js";
import type { LookName } from "./looks.js";
import { planning } from "./planning-states.js";
import { underNetWords } from "./net-words.js";
import { running } from "./running-states.js";
import { sending, writeIdea } from "./sending-states.js";
import { Stage } from "./stage.js";

const stage = new Stage();
let hall: Hall;
beforeAll(() => void (hall = stage.hall));
const { seen } = stage;
const open = stage.open.bind(stage);
const state = stage.state.bind(stage);

const boardOf = ({ id, boardId }: Hall): string => `/g/${id}/b/${boardId}`;

/** A board, looked at when it shows these words. */
const board = (at: Hall, words: string, look: LookName, locale?: string): Promise<Page> =>
  stage.showing(words, at.author, boardOf(at), look, locale);

const LANGUAGES = ["nn", "en", "nb"] as const;

const speak = async (page: Page, language: string): Promise<void> => {
  await page.locator("header select").selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
};

describe("at the door", () => {
  state("the door in bokmål, on a phone", () => open(null, "/", "phone"));
  state("the door in nynorsk, in the dark", () => open(null, "/", "dark", "nn-NO"));
  state("the door in English, on the narrowest screen", () => open(null, "/", "narrow", "en-GB"));
  state("the door in forced colours", () => open(null, "/", "forced colours"));

  state("a code that is too short", async () => {
    const page = await open(null, "/", "phone");
    await page.getByLabel("Kode").fill("AB");
    await page.keyboard.press("Enter");
    await page.getByText("Koden har seks tegn.").waitFor();
    return page;
  });

  state("joining", async () => {
    const page = await open(null, `/j/${hall.code}`, "phone");
    await page.getByText("Skarvfjord skole").waitFor();
    return page;
  });

  state("joining in English with text at twice the size", async () => {
    const page = await open(null, `/j/${hall.code}`, "big text", "en-GB");
    await page.getByText("Skarvfjord skole").waitFor();
    return page;
  });

  state("joining with something missing", async () => {
    const page = await open(null, `/j/${hall.code}`, "dark");
    await page.getByRole("button", { name: "Kom inn" }).click();
    return page;
  });

  state("an address that leads nowhere", () => open(null, "/x", "phone"));
  state("signing in", () => open(null, "/inn/x", "narrow"));
});

describe("a board", () => {
  let twelve: Hall;
  let full: Promise<Hall> | null = null;
  let netless: Page;
  const fifty = (): Promise<Hall> => (full ??= stage.rig.hallWith(50));

  // It takes a while until it is sure that the net is gone: the others are looked at meanwhile.
  beforeAll(async () => {
    const net = await netOf(await stage.rig.pageOf(hall.elsewhere));
    netless = await open(hall.elsewhere, `/g/${hall.id}/b/${hall.otherBoardId}`, "phone");
    // So that they are at hand when there is no net to fetch them by.
    for (const language of LANGUAGES) await speak(netless, language);
    await net.lose();
  });

  state("without cards", async () => board(hall, "Her er det ingen kort ennå", "phone"));

  state("with one card, and something that was begun", async () => {
    await hall.post(hall.author, {
      kind: "IDEA",
      body: "Faste lesevenner på tvers av trinn.",
      language: "NB",
    });
    const page = await board(hall, "Faste lesevenner på tvers av trinn.", "phone");
    await leaveDraft(page, hall.boardId);
    await page.reload();
    await page.getByText("Påbegynt:").waitFor();
    return page;
  });

  state("while one writes, with something missing", async () => {
    const page = await board(hall, "Faste lesevenner på tvers av trinn.", "phone");
    await page.getByRole("button", { name: "Del et praksiseksempel" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Legg på tavla" }).click();
    await page.getByText("Gi eksempelet en tittel.").waitFor();
    return page;
  });

  state("while one writes, narrow, in nynorsk", async () => {
    const page = await board(hall, "Faste lesevenner på tvers av trinn.", "narrow", "nn-NO");
    await page.getByRole("button", { name: "Meir", exact: true }).click();
    await page.getByRole("button", { name: "Føreslå ein idé" }).click();
    await page.getByRole("dialog").waitFor();
    return page;
  });

  state("with twelve cards, challenges and answers", async () => {
    twelve = await stage.rig.hallWith(12);
    return board(twelve, "Eksempel 9", "phone");
  });

  state("with fifty cards", async () => board(await fifty(), "Eksempel 48", "phone"));
  state("with fifty cards, in nynorsk, in the dark", async () =>
    board(await fifty(), "Eksempel 48", "dark", "nn-NO"),
  );
  state("with fifty cards, in English, 320 wide", async () =>
    board(await fifty(), "Eksempel 48", "narrow", "en-GB"),
  );
  state("with fifty cards and text at twice the size", async () =>
    board(await fifty(), "Eksempel 48", "big text"),
  );
  state("with fifty cards in columns", async () => board(await fifty(), "Eksempel 48", "laptop"));

  it("shows a phone what there is to read without scrolling", async () => {
    const page = await board(twelve, "Eksempel 9", "phone");
    await page.setViewportSize({ width: 360, height: 740 });
    const top = (await page.getByRole("article").first().boundingBox())?.y ?? Infinity;
    const foot = (await page.locator("[data-dock]").boundingBox())?.y ?? 740;
    // Kind, title and the beginning of the story.
    expect(foot - top).toBeGreaterThan(120);
  });

  it("has the same content and the same powers in one list, and stays so on the next board", async () => {
    const page = await board(await fifty(), "Eksempel 48", "laptop");
    const shown = (): Promise<string[]> =>
      page.$$eval("article, article button", (all) => all.map(({ ariaLabel }) => ariaLabel ?? ""));
    const inColumns = await shown();
    await page.getByRole("button", { name: "Vis som liste" }).click();
    expect(await shown()).toEqual(inColumns);
    await board(await fifty(), "Eksempel 48", "laptop");
    const contents = page.getByRole("navigation", { name: "Innhold" });
    await contents.getByText("Praksiseksempler (17)").waitFor();
    await page.getByRole("heading", { name: "Praksiseksempler 17" }).waitFor();
  });
  state("with fifty cards in one list, on a laptop", async () =>
    board(await fifty(), "Eksempel 48", "laptop"),
  );
  state("with five hundred cards", async () =>
    board(await stage.rig.hallWith(500), "Eksempel 498", "laptop"),
  );

  /** The words about the net come slowly, so that they do not flicker. */
  const told = async (): Promise<Page> => {
    const words = netless.locator("[data-net]");
    await words.waitFor();
    await words.evaluate((one) =>
      Promise.all(one.getAnimations().map(({ finished }) => finished.then(() => 0))),
    );
    return netless;
  };

  it("says so over nothing else on phones, in each language, also with large text", async () => {
    const page = await told();
    for (const size of ["200%", ""])
      for (const width of [320, 360, 390]) {
        await page.setViewportSize({ width, height: 740 });
        await page.evaluate((text) => (document.documentElement.style.fontSize = text), size);
        for (const language of LANGUAGES) {
          await speak(page, language);
          expect(await underNetWords(page), `${width} ${size} ${language}`).toEqual([]);
        }
      }
  });

  colourSight(told, [/^(Uten nett|Kobler til igjen)/]);

  state("without a net, with a card that waits", async () => {
    await writeIdea(netless, "Faste lesevenner.");
    await netless.getByText("Venter på nett", { exact: true }).waitFor();
    return netless;
  });

  colourSight(async () => netless, [/^Venter på nett$/]);

  state("that is not there, while somebody else's card waits on the device", async () => {
    const page = await open(hall.author, `/g/${hall.id}/b/01890000-0000-7000-8000-000000000000`, "phone");
    await leaveUnsentCard(page);
    await page.reload();
    await page.getByText("Er det ditt?").waitFor();
    return page;
  });

  state("written in silence", async () => {
    const itemId = await twelve.addItem({ title: "Stille skriving", writing: "SILENT" });
    await twelve.lead.act("goToItem", { gatheringId: twelve.id, itemId });
    return board(twelve, "Stille skriving: bare du ser", "phone");
  });

  state("that is frozen", async () => {
    await twelve.lead.act("freezeBoard", { boardId: twelve.boardId, frozen: true });
    const page = await open(twelve.author, boardOf(twelve), "dark");
    await page.getByText("Tavla er fryst.").first().waitFor();
    return page;
  });
});

describe("my gathering, at each stage", () => {
  const stages = {
    WELCOME: "turned",
    EXAMPLES: "phone",
    EXCHANGE: "big text",
    IDEAS: "narrow",
    VOTE: "forced colours",
    NEW_PLANS: "laptop",
    CLOSING: "dark",
  } as const;
  for (const [kind, look] of Object.entries(stages)) {
    state(`${kind.toLowerCase()}, ${look}`, async () => {
      const itemId = await hall.addItem({ title: `Post ${kind}`, kind });
      await hall.lead.act("goToItem", { gatheringId: hall.id, itemId });
      const page = await open(hall.author, `/g/${hall.id}`, look);
      await page.getByText(`Post ${kind}`).first().waitFor();
      return page;
    });
  }
});

describe("a vote, the plenary and those who lead", () => {
  let roundId: string;
  let lesson: string;

  const project = (view: string, more: object = {}): Promise<unknown> =>
    hall.lead.act("project", { gatheringId: hall.id, view, ...more });
  const plenary = async (words: RegExp, look: LookName = "projector"): Promise<Page> => {
    const page = await open(hall.people.leader, `/g/${hall.id}/plenary`, look);
    await page.getByText(words).first().waitFor();
    return page;
  };

  state("voting", async () => {
    const idea = await hall.post(hall.author, { kind: "IDEA", body: "Lesevenner" });
    const other = await hall.post(hall.peer, { kind: "IDEA", body: "Skolehage" });
    roundId = await hall.openRound([idea, other]);
    const page = await open(hall.author, `/g/${hall.id}/vote/${roundId}`, "phone");
    await page.getByText("Skolehage").first().waitFor();
    return page;
  });
  state("voting in nynorsk, narrow", async () => {
    const page = await open(hall.author, `/g/${hall.id}/vote/${roundId}`, "narrow", "nn-NO");
    await page.getByText("Skolehage").first().waitFor();
    return page;
  });

  state("the plenary: the way in", async () => {
    await project("WELCOME");
    return plenary(new RegExp(hall.code));
  });
  state("the plenary: an example", async () => {
    const words = { title: "Lesestund", body: "Vi prøvde dette i fjor.", lens: "GOOD", language: "NB" };
    lesson = await hall.post(hall.peer, { kind: "PRACTICE_EXAMPLE", ...words });
    await hall.post(hall.author, {
      kind: "CHALLENGE",
      body: "Hva gjorde dere da det ikke virket?",
      toId: lesson,
    });
    await project("SPOTLIGHT", { contributionId: lesson });
    return plenary(/Hva gjorde dere/);
  });
  state("the plenary: the groups", async () => {
    await project("TILES");
    return plenary(/Gruppe 1/, "dark laptop");
  });
  state("the plenary: the result", async () => {
    const choices = [{ ideaId: await candidate(), dots: 2 }];
    await hall.author.api.act("castBallot", { roundId, choices });
    await hall.lead.act("closeRound", { roundId });
    await hall.lead.act("revealRound", { roundId });
    await project("REVEAL", { roundId });
    return plenary(/2 prikker/);
  });
  const candidate = async (): Promise<string> => {
    const query = "query ($id: ID!) { gathering(id: $id) { voteRounds { candidates { ideaId } } } }";
    type Answer = { voteRounds: { candidates: { ideaId: string }[] }[] };
    const { voteRounds } = await hall.lead.read<Answer>(query, { id: hall.id });
    return voteRounds[0]?.candidates[0]?.ideaId ?? "";
  };

  state("leading on a laptop", () => open(hall.people.leader, `/g/${hall.id}/lead`, "laptop"));
  state("leading on a phone, in the dark", () => open(hall.people.leader, `/g/${hall.id}/lead`, "dark"));
  state("leading in English, with text at twice the size", () =>
    open(hall.people.leader, `/g/${hall.id}/lead`, "big text", "en-GB"),
  );
  state("the network", () => open(hall.people.owner, `/n/${hall.people.network.networkId}`, "laptop"));

  state("afterwards", async () => {
    const page = await open(hall.author, `/g/${hall.id}/revisit`, "phone");
    await page.getByText("Lesestund").first().waitFor();
    return page;
  });
  state("the trail of a card", async () => {
    const page = await open(hall.author, `/g/${hall.id}/revisit`, "narrow");
    await page.getByText("Lesestund").first().waitFor();
    await page
      .getByRole("link", { name: /sporet/i })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    return page;
  });
});

planning(stage);
running(stage);
sending(stage);
longWords(stage);
colours(stage);

it("all that is pressed with a thumb is as big as one", () => {
  expect(seen.targets).toBeGreaterThan(1000);
  expect(seen.thumbs / seen.targets).toBe(1);
});
