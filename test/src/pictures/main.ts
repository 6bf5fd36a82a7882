import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.js";
import { type Hosts, hostsOfDemo } from "../house/hall.js";
import { seatedPage } from "../house/seated-page.js";
import { freePort, launch, type Launched, signalGroup, untilReady } from "../start/launch.js";
import { ALL, FOLDER, look, take, takeAll, takeAt } from "./camera.js";
import { writeGallery } from "./gallery.js";
import { drawIcons } from "./icons.js";
import { holdVote } from "./vote.js";

/** What the server shows when it has started with the demo. */
interface Demo {
  readonly url: string;
  readonly code: string;
  readonly gatheringId: string;
  /** The gathering of last spring, which is archived. */
  readonly earlierId: string;
  readonly hosts: Hosts;
}

const openDemo = async (server: Launched): Promise<Demo> => {
  await untilReady(server);
  // The server answers a moment before it has said where people are to go.
  while (!server.said().includes("Ordskifte is ready")) await delay(50);
  const find = (what: RegExp): string => {
    const found = what.exec(server.said())?.[1];
    if (!found) throw new Error(`The server did not say: ${what.source}`);
    return found;
  };
  return {
    url: server.url,
    code: find(/\/j\/(\w+)/),
    gatheringId: find(/\/g\/(\S+)\/plenary/),
    earlierId: find(/\/g\/(\S+)\/revisit/),
    hosts: await hostsOfDemo(server.url, find(/\/inn\/(\S+)/)),
  };
};

const CALM = { reducedMotion: "reduce" } as const;

/** Somebody with a phone: from the code to the group's board. */
const asParticipant = async (browser: Browser, { url, code }: Demo): Promise<Page> => {
  const page = await seatedPage(browser, null, CALM);
  await takeAt(page, `${url}/`, "door", [...ALL, "phone-dark"]);
  await takeAt(page, `${url}/j/${code}`, "join", ALL);
  await page.getByLabel("Hva heter du?").fill("Kari");
  await page.getByText("Fjæra barnehage").click();
  await page.getByRole("button", { name: "Kom inn" }).click();
  await page.waitForURL(/\/g\/[^/]+$/);
  await takeAll(page, "gathering", [...ALL, "phone-dark"]);
  await page.getByRole("link", { name: "Les og utfordre" }).click();
  await page.waitForURL(/\/b\//);
  await takeAll(page, "board", [...ALL, "phone-dark"]);
  await page.getByRole("button", { name: "Del et praksiseksempel" }).first().click();
  await page.getByRole("dialog").waitFor();
  await takeAll(page, "writing", ALL);
  await page.keyboard.press("Escape");
  return page;
};

/** The one who leads: the console, what is planned, and the network. */
const asLeader = async (page: Page, { url, gatheringId, earlierId, hosts }: Demo): Promise<void> => {
  const at = (place: string): string => `${url}/g/${gatheringId}/${place}`;
  await takeAt(page, at("lead"), "lead", [...ALL, "laptop-dark"]);
  await takeAt(page, at("plan"), "plan", ALL);
  await takeAt(page, at("preparation"), "preparation", ALL);
  await takeAt(page, at("groups"), "groups", ALL);
  await takeAt(page, at("preflight"), "preflight", ALL);
  await takeAt(page, `${url}/n/${hosts.network.networkId}`, "network", ALL);
  for (const as of ALL) {
    await look(page, as);
    await page.locator("figure").first().scrollIntoViewIfNeeded();
    await take(page, "meetings", as);
  }
  await takeAt(page, `${url}/g/${earlierId}/revisit`, "revisit", ALL);
  await page
    .getByRole("link", { name: /sporet/i })
    .nth(2)
    .click();
  await takeAll(page, "trail", ALL);
};

const VIEWS = ["WELCOME", "PROGRAMME", "INSTRUCTION", "TILES", "IDEAS", "TAKEAWAYS", "CLOSING"] as const;

const EXAMPLES = `query ($id: ID!) {
  gathering(id: $id) { contributions(first: 1, filter: { kinds: [PRACTICE_EXAMPLE] }) { edges { node { id } } } }
}`;

interface Examples {
  readonly contributions: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

/** The gathering's first practice example. */
const exampleOf = async ({ leader }: Hosts, gatheringId: string): Promise<string> => {
  const { contributions } = await leader.api.read<Examples>(EXAMPLES, { id: gatheringId });
  return contributions.edges[0]?.node.id ?? "";
};

/** What the hall sees, view by view, and the vote on a phone. */
const inTheHall = async (page: Page, phone: Page, demo: Demo): Promise<void> => {
  const { url, gatheringId, hosts } = demo;
  const lead = hosts.leader.api;
  const { roundId, takeHome } = await holdVote(hosts, gatheringId, demo.code);
  await takeAt(phone, `${url}/g/${gatheringId}/vote/${roundId}`, "vote", ALL);
  const show = async (view: string, more: Record<string, unknown> = {}): Promise<void> => {
    await lead.act("project", { gatheringId, view, ...more });
    await takeAt(page, `${url}/g/${gatheringId}/plenary`, `hall-${view.toLowerCase()}`, ALL);
  };
  await show("SPOTLIGHT", { contributionId: await exampleOf(hosts, gatheringId) });
  await show("VOTE", { roundId });
  await lead.act("closeRound", { roundId });
  await lead.act("revealRound", { roundId });
  await show("REVEAL", { roundId });
  await takeHome();
  for (const view of VIEWS) await show(view);
};

/** Pictures of the real screens, from the demo, into `docs/pictures`. */
const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), "ordskifte-pictures-"));
  const server = launch({ PORT: await freePort(), DATA_DIR: dataDir });
  const browser = await launchBrowser();
  try {
    await mkdir(FOLDER, { recursive: true });
    await drawIcons(browser);
    const demo = await openDemo(server);
    const phone = await asParticipant(browser, demo);
    const leader = await seatedPage(browser, demo.hosts.leader, CALM);
    await asLeader(leader, demo);
    await inTheHall(leader, phone, demo);
    await writeGallery();
  } finally {
    await browser.close();
    signalGroup(server, "SIGTERM");
    await server.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
};

await main();
