import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { type BuiltServer, startBuilt } from "../house/built-server.js";
import { ownDatabase } from "../house/own-database.js";
import { differencesFromDatabase } from "./check-database.js";
import { toldByLog } from "./check-log.js";
import { differingScreens } from "./check-pictures.js";
import type { Look } from "./day.js";
import { figuresOf } from "./figures.js";
import { playDay } from "./play.js";
import { anHour, trafficOf } from "./traffic.js";
import { Watching } from "./watch.js";

/** What a person's data may be. Megabytes an hour. */
const BUDGET = 4;
/** Few enough for every run of the tests; `npm run day` plays it with all of them. */
const PEOPLE = Number(process.env["DAY_PEOPLE"] ?? 42);
/** Where pictures of the day go, when somebody wants to watch it. */
const PICTURES = process.env["DAY_PICTURES"];

let database: TestDatabase;
let server: BuiltServer;

beforeAll(async () => {
  database = await ownDatabase();
  server = await startBuilt({ DATABASE_URL: database.url, LOG_LEVEL: "debug" });
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

/** A whole day, with nothing lost, nothing twice, and everybody seeing what is stored. */
const playThrough = async (dropShare: number, newLaptop: boolean, look?: Look): Promise<void> => {
  const began = performance.now();
  const options = { people: PEOPLE, tables: Math.floor(PEOPLE / 15), dropShare, newLaptop, seed: PEOPLE };
  const day = await playDay({ ...options, origin: server.url, databaseUrl: database.url }, look);
  try {
    process.stdout.write(`${figuresOf(day, (performance.now() - began) / 1_000)}\n`);
    expect(await differingScreens(day)).toEqual([]);
    expect(await differencesFromDatabase(day)).toEqual([]);
    const { told, among } = await toldByLog(day, server.said());
    expect(told).toEqual([]);
    expect(among).toBeGreaterThan(PEOPLE);
    expect(server.said()).toContain('"route":"/graphql"');
    const traffic = trafficOf(day);
    expect(anHour(traffic.most, traffic)).toBeLessThanOrEqual(BUDGET);
  } finally {
    await day.close();
  }
};

/** Played in a few seconds; a slow machine may take what it needs. Milliseconds. */
const PATIENCE_MS = 1_800_000;

it("is a day for all, and all of it is kept", { timeout: PATIENCE_MS }, async () => {
  const watching = PICTURES ? await Watching.begin(PICTURES) : null;
  try {
    await playThrough(0, false, watching?.look);
    if (watching) process.stdout.write(`the console's memory: ${watching.memory.join(", ")}\n`);
    expect(watching?.problems ?? []).toEqual([]);
  } finally {
    await watching?.end();
  }
});

it("[LIMIT1] lets nobody wait for writing too much, though the day took seconds", async () => {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain("ordskifte_operations_total");
  expect(metrics).not.toContain("TOO_MANY_WRITES");
});

it("goes on over a bad net, and at another laptop", { timeout: PATIENCE_MS }, () => playThrough(0.1, true));
