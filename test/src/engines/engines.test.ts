import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltServer, startBuilt } from "../house/built-server.js";
import { comeTo, type Hosts, hostsOfDemo, itemFields, planGathering } from "../house/hall.js";
import { leaderToken } from "../house/welcome.js";
import { freePort } from "../start/launch.js";
import { isFirefoxPresent, openFirefox } from "./firefox.js";
import type { Remote } from "./remote.js";
import { Visitor } from "./visitor.js";
import { isWebKitPresent, openWebKit } from "./webkit.js";

/** A hall's own server is found by a name or a number: no page from there gets what browsers keep for safe addresses. */
const HALL = "hall.test";

let DATA_DIR: string;
let PORT: string;
let server: BuiltServer;
let hosts: Hosts;

beforeAll(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), "ordskifte-engines-"));
  PORT = String(await freePort());
  server = await startBuilt({ DATA_DIR, PORT });
  hosts = await hostsOfDemo(server.url, leaderToken(server));
});
afterAll(async () => {
  await server?.stop();
  await rm(DATA_DIR, { recursive: true, force: true });
});

/** A gathering with one part in which everything may be written, and somebody who sits at the same table. */
const holdGathering = async (
  title: string,
): Promise<{ id: string; code: string; begin: () => Promise<void> }> => {
  const { id, code } = await planGathering(hosts, title);
  const lead = hosts.leader.api;
  await comeTo(hosts, code, "Bjarte", hosts.network.units[1]?.id);
  const begin = async (): Promise<void> => {
    await lead.act("changeState", { gatheringId: id, to: "LIVE" });
    const selection = "... on GatheringWritten { item { id } }";
    const added = await lead.act<{ item: { id: string } }>(
      "addItem",
      { gatheringId: id, item: itemFields({ title: "Ideer", kind: "IDEAS", invites: ["IDEA", "TAKEAWAY"] }) },
      selection,
    );
    await lead.act("makeGroups", { gatheringId: id, arena: "CROSS", size: 2 });
    await lead.act("goToItem", { gatheringId: id, itemId: added.item.id });
  };
  return { id, code, begin };
};

const IDEA = "Besøke hverandre én dag i høst";
const OFFLINE_IDEA = "Lage en felles lesekasse";
const LATER_IDEA = "Lese høyt hver fredag";

/** The way of a participant, from the door to a card that waited for the net. */
const walk = (open: () => Promise<Remote>, address: () => string): void => {
  let browser: Remote;
  let visitor: Visitor;
  let gathering: Awaited<ReturnType<typeof holdGathering>>;

  beforeAll(async () => {
    [browser, gathering] = [await open(), await holdGathering("Alles samling")];
    visitor = new Visitor(browser);
    await browser.resize(480, 900);
  });
  afterAll(() => browser?.close());

  const write = async (words: string): Promise<void> => {
    await visitor.press("button", "Foreslå en idé");
    await visitor.fill("Hva kunne vi prøve?", words);
    await visitor.press("button", "Legg på tavla");
  };

  it("comes in by the code, follows the leader to the board and writes", async () => {
    await browser.go(`${address()}/`);
    // Six signs are a whole code: it goes on by itself.
    await visitor.fill("Kode", gathering.code);
    await visitor.fill("Hva heter du?", "Anna");
    await visitor.press("choice", "Lysnes skole");
    await visitor.press("button", "Kom inn");
    await visitor.isAt(/^\/g\/[^/]+$/);
    await gathering.begin();
    await visitor.press("link", "Foreslå en idé");
    await visitor.isAt(/\/b\//);
    await write(IDEA);
    await visitor.sees("Lagret");
    expect(await visitor.fits()).toBe(true);
  });

  it("finds what was begun after a reload", async () => {
    await visitor.press("button", "Foreslå en idé");
    await visitor.fill("Hva kunne vi prøve?", LATER_IDEA);
    await browser.reload();
    await visitor.press("button", "Skriv videre");
    await visitor.press("button", "Legg på tavla");
    await visitor.sees(LATER_IDEA);
  });

  it("keeps what is written without a net, and sends it when the server is back", async () => {
    await server.kill();
    await write(OFFLINE_IDEA);
    await visitor.sees("Venter på nett");
    server = await startBuilt({ DATA_DIR, PORT });
    await visitor.until("sent", "return !document.body.innerText.includes('Venter på nett')");
    await browser.reload();
    for (const words of [IDEA, LATER_IDEA, OFFLINE_IDEA]) await visitor.sees(words);
  });
};

describe.runIf(isFirefoxPresent())("in Firefox, from a hall's own server", () => {
  walk(
    () => openFirefox(HALL),
    () => `http://${HALL}:${PORT}`,
  );
});

describe.runIf(isWebKitPresent())("in WebKit", () => {
  walk(openWebKit, () => server.url);
});
