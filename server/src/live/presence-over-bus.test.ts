import { EventEmitter } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import type { Bus } from "../bus/bus.js";
import { createMemoryBus } from "../bus/memory.js";
import { createPostgresBus } from "../bus/postgres.js";
import { createTestDatabase } from "../database/testing/test-database.js";
import { newId } from "../kernel/ids.js";
import { createPresence, type Presence } from "./presence.js";
import { PresenceOverBus } from "./presence-over-bus.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const nodeOn = (bus: Bus): Presence => {
  const presence = createPresence({ port: new PresenceOverBus(bus) });
  closing.push(
    () => bus.close(),
    () => presence.close(),
  );
  return presence;
};

const worlds: Record<string, () => Promise<() => Promise<Bus>>> = {
  memory: async () => {
    const hub = new EventEmitter();
    return async () => createMemoryBus(hub);
  },
  postgres: async () => {
    const database = await createTestDatabase();
    closing.push(() => database.drop());
    return () => createPostgresBus(database.url);
  },
};

describe.each(Object.entries(worlds))("[PRESENCE3] over %s", (_, makeWorld) => {
  it("nodes know of each other's people, each once, and of who writes", async () => {
    const newBus = await makeWorld();
    const [here, there] = [nodeOn(await newBus()), nodeOn(await newBus())];
    const [board, other, anne] = [newId(), newId(), newId()];
    here.enter(board, anne);
    const leave = there.enter(board, anne);
    there.enter(board, newId());
    there.enter(other, newId());
    there.writing(board, anne);
    await expect.poll(() => here.of(board), { timeout: 20_000 }).toEqual({ present: 2, writing: 1 });
    await expect.poll(() => there.of(board), { timeout: 20_000 }).toEqual({ present: 2, writing: 1 });
    expect(here.of(other).present).toBe(1);
    leave();
    await expect.poll(() => here.of(board), { timeout: 20_000 }).toEqual({ present: 2, writing: 0 });
  });

  it("a crowd comes and goes, however many notices it takes to say so", async () => {
    const newBus = await makeWorld();
    const [here, there] = [nodeOn(await newBus()), nodeOn(await newBus())];
    const board = newId();
    const leave = Array.from({ length: 900 }, () => there.enter(board, newId()));
    await expect.poll(() => here.of(board).present, { timeout: 20_000 }).toBe(900);
    for (const one of leave.slice(3)) one();
    await expect.poll(() => here.of(board).present, { timeout: 20_000 }).toBe(3);
    for (const one of leave) one();
    await expect.poll(() => here.of(board).present, { timeout: 20_000 }).toBe(0);
  });
});
