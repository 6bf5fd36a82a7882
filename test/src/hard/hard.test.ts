import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { startServer, type RunningServer } from "@ordskifte/server/server";
import { foundPeople, type People } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";
import { deafen, MOST_HELD } from "./deaf-sockets.js";
import { removeMany } from "./removals.js";

/** The full numbers go with `npm run chaos -- --hard`. */
const [SOCKETS, CARDS, REMOVALS] = [50, 600, 60];

let database: TestDatabase;
let server: RunningServer;
let people: People;

beforeAll(async () => {
  database = await ownDatabase();
  server = await startServer({
    settings: { port: 0, host: "127.0.0.1", databaseUrl: database.url, logLevel: "silent", spreadMs: 0 },
  });
  people = await foundPeople(`http://127.0.0.1:${server.port}`, database.url);
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

describe("[FEED8] many sockets that stop reading", () => {
  it("cost at most so much each, and the others get everything", async () => {
    const { mostHeld, heldBack, missed } = await deafen(people, SOCKETS, CARDS);
    expect(missed).toBe(0);
    expect(mostHeld).toBeLessThanOrEqual(MOST_HELD);
    expect(heldBack).toBe(SOCKETS);
  });
});

describe("[FEED6] many who are removed while cards are written", () => {
  it("hear neither their removal nor what comes after it", async () => {
    expect(await removeMany(people, REMOVALS)).toEqual([]);
  });
});
