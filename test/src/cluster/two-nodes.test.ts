import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { createMemoryBus } from "@ordskifte/server/bus/memory";
import { createFeed } from "@ordskifte/server/live/feed";
import { startServer, type RunningServer } from "@ordskifte/server/server";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { RawSocket, type Message } from "../hard/raw.js";
import { Api, type Fields } from "../house/api.js";
import { beginOf } from "../house/follower.js";
import { foundPeople, Hall, type People, type Somebody } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";

const BOARD = `subscription ($id: ID!, $cursor: Cursor) { boardFeed(boardId: $id, cursor: $cursor) { __typename } }`;
const PULSE = `subscription ($id: ID!) { pulseFeed(gatheringId: $id) { boardId } }`;
const WHO = "{ viewer { person { id } } }";
const LONGEST = { timeout: 60_000 };

let database: TestDatabase;
let here: RunningServer;
/** Hears no hint of the other: whatever takes effect there does so by asking. */
let there: RunningServer;
let people: People;
let hall: Hall;

const startNode = (deaf: boolean): Promise<RunningServer> =>
  startServer({
    settings: { port: 0, host: "127.0.0.1", databaseUrl: database.url, logLevel: "silent", spreadMs: 0 },
    prepare: async (app) =>
      void (deaf && Object.assign(app, { feed: createFeed({ pool: app.pool, bus: createMemoryBus() }) })),
  });

beforeAll(async () => {
  database = await ownDatabase();
  [here, there] = [await startNode(false), await startNode(true)];
  people = await foundPeople(`http://127.0.0.1:${here.port}`, database.url);
  hall = await Hall.open(people);
});
afterAll(async () => {
  await there?.stop();
  await here?.stop();
  await database?.drop();
});

const atTheOther = ({ api, personId }: Somebody): Somebody => ({
  api: new Api(`http://127.0.0.1:${there.port}`, api.token),
  personId,
});

/** Somebody whose session the other node knows, and who follows something there, which is known once they hear of it. */
class Listener {
  readonly heard: string[] = [];
  private constructor(
    readonly api: Api,
    readonly closed: Promise<number>,
    private readonly raw: RawSocket,
  ) {}

  static async begin(who: Somebody, feeds: Readonly<Record<string, string>>): Promise<Listener> {
    const other = atTheOther(who);
    await other.api.read(WHO);
    const take = ({ id, type }: Message): void => void listener.heard.push(`${id} ${type}`);
    const raw = await RawSocket.open(other, take);
    const closed = once(raw.socket, "close").then(([code]) => code as number);
    const listener = new Listener(other.api, closed, raw);
    for (const [query, id] of Object.entries(feeds)) raw.follow(id, query, fromTheBeginning(id));
    for (const id of Object.values(feeds))
      await vi.waitUntil(() => listener.heard.includes(`${id} next`), LONGEST);
    return listener;
  }

  leave(): void {
    this.raw.close();
  }
}

const fromTheBeginning = (id: string): Fields => ({ id, cursor: beginOf(id) });

const isNobody = async (api: Api): Promise<boolean> =>
  (await api.read<{ person: object | null }>(WHO)).person === null;

describe("[SESSION1] what is done to a session at one node, at another that hears no hints", () => {
  it("ends it there, with its sockets, when somebody signs out", async () => {
    const guest = await hall.join("Guro");
    const listener = await Listener.begin(guest, { [BOARD]: hall.boardId });
    await guest.api.act("signOut", {});
    expect(await listener.closed).toBe(4401);
    expect(await isNobody(listener.api)).toBe(true);
  });

  it("ends it there when somebody is erased", async () => {
    const guest = await hall.join("Guro");
    const listener = await Listener.begin(guest, { [BOARD]: hall.boardId });
    const erased = { participantId: guest.participantId, cards: "ANONYMISE" };
    expect(await people.owner.api.act("erasePerson", erased, "everywhere")).toMatchObject({
      everywhere: true,
    });
    expect(await listener.closed).toBe(4401);
    expect(await isNobody(listener.api)).toBe(true);
  });

  it("makes its sockets come back when somebody is taken out of a network, and refuses what was for members", async () => {
    const [leader, board] = [people.leader, hall.boardId];
    const elsewhere = await Hall.open(await foundPeople(here.url, database.url, "Indre Fjord"));
    const unitId = elsewhere.people.network.units[0]?.id;
    await leader.api.act("join", { code: elsewhere.code, name: "Ingvild", unitId, wantsToken: false });
    const listener = await Listener.begin(leader, { [BOARD]: board });
    const erased = { membershipId: people.memberships.leader, cards: "ANONYMISE" };
    expect(await people.owner.api.act("erasePerson", erased, "everywhere")).toMatchObject({
      everywhere: false,
    });
    expect(await listener.closed).toBe(1012);
    expect((await listener.api.firstOf(BOARD, fromTheBeginning(board))).errors?.[0]?.extensions?.code).toBe(
      "NOT_FOUND",
    );
    expect(await isNobody(listener.api)).toBe(false);
  });
});

it("[FEED6] who is removed at one node hears no more at another, and writes no more there", async () => {
  const hosts = await foundPeople(here.url, database.url, "Ytre Fjord");
  const other = await Hall.open(hosts);
  const listener = await Listener.begin(other.peer, { [BOARD]: other.boardId, [PULSE]: other.id });
  await other.lead.act("removeParticipant", { participantId: other.peer.participantId });
  await expect.poll(() => listener.heard, LONGEST).toContain(`${other.boardId} complete`);
  await expect.poll(() => listener.heard, LONGEST).toContain(`${other.id} complete`);
  const card = { boardId: other.boardId, kind: "IDEA", body: "For sent?" };
  await expect(listener.api.attempt("postContribution", card)).rejects.toThrow(/NOT_FOUND/);
  listener.leave();
});
