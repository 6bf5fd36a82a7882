import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { startServer, type RunningServer } from "@ordskifte/server/server";
import { foundPeople, type People } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";
import { deafen, MOST_HELD } from "./deaf-sockets.js";
import { shoutAll } from "./malformed.js";
import { removeMany } from "./removals.js";
import { allTooLate, lingerAll } from "./silent-sockets.js";

/** The full numbers go with `npm run chaos -- --hard`. */
const DEAF = { sockets: 50, cards: 500, rounds: 1 };
const [REMOVALS, SILENT, SHOUTS] = [60, 100, 60];

let database: TestDatabase;
let server: RunningServer;
let people: People;

beforeAll(async () => {
  database = await ownDatabase();
  server = await startServer({
    settings: {
      port: 0,
      host: "127.0.0.1",
      databaseUrl: database.url,
      logLevel: "silent",
      spreadMs: 0,
      writesAMinute: 0,
    },
    initWaitMs: 1_000,
  });
  people = await foundPeople(`http://127.0.0.1:${server.port}`, database.url);
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

describe("[FEED8] many sockets that stop reading", () => {
  it("cost at most so much each, and the others get everything", async () => {
    const { mostHeld, heldBack, missed } = await deafen(people, DEAF);
    expect(missed).toBe(0);
    expect(mostHeld).toBeLessThanOrEqual(MOST_HELD);
    expect(heldBack).toBe(DEAF.sockets);
  });
});

describe("[FEED6] many who are removed while cards are written", () => {
  it("hear neither their removal nor what comes after it", async () => {
    expect(await removeMany(people, REMOVALS)).toEqual([]);
  });
});

describe("what no client does", () => {
  it("never to say who calls: they are closed, and meanwhile others write and read", async () => {
    const silence = await lingerAll(people, SILENT);
    expect(allTooLate(silence, SILENT)).toBe(true);
    expect(silence.cards).toBeGreaterThan(0);
  });

  it("to say what is malformed: that socket is closed with the right code, and no other", async () => {
    expect(await shoutAll(people, SHOUTS, 1)).toEqual([]);
  });
});
