import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../kernel/ids.js";
import { startTestApp, type TestApp } from "../testing/world.js";
import { Identity } from "./identity.js";
import { Person } from "./person.entity.js";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.stop());

const START = new Date("2026-09-01T08:00:00Z");
let now = START;
let elapsed = 0;
let identity: Identity;
let token: string;
beforeEach(async () => {
  [now, elapsed] = [START, 0];
  identity = new Identity(world.app.source, { now: () => now }, () => elapsed);
  const person = { id: newId(), name: "Kari", createdAt: START, erasedAt: null };
  await world.app.source.manager.insert(Person, person);
  ({ token } = await identity.startSession(person.id));
});

const isKnown = async (): Promise<boolean> => (await identity.actorOf(token)) !== null;
/** As another node does it, whose word has not come yet. */
const endElsewhere = (): Promise<unknown> =>
  world.app.source.query("UPDATE session SET ended_at = now(), revised_at = now()");

describe("[SESSION1] a session is believed without asking", () => {
  test("for as long as the watch hears what is done to sessions", async () => {
    expect(await isKnown()).toBe(true);
    await endElsewhere();
    for (const at of [4_000, 8_000, 12_000]) {
      elapsed = at;
      identity.watched([], at - 1);
      expect(await isKnown()).toBe(true);
    }
  });

  test("for five seconds where the watch hears nothing", async () => {
    expect(await isKnown()).toBe(true);
    await endElsewhere();
    elapsed = 4_999;
    expect(await isKnown()).toBe(true);
    elapsed = 5_000;
    expect(await isKnown()).toBe(false);
  });

  test("until the watch hears that it has ended", async () => {
    const actor = await identity.actorOf(token);
    await endElsewhere();
    identity.watched([{ sessionId: actor?.sessionId ?? "", ended: true, at: "1" }], 1);
    expect(await isKnown()).toBe(false);
  });

  test("until it expires", async () => {
    expect(await isKnown()).toBe(true);
    now = new Date("2028-09-01T08:00:00Z");
    expect(await isKnown()).toBe(false);
  });
});
