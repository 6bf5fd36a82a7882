import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryBus } from "../bus/memory.js";
import { createPool, type Patience } from "../database/pool.js";
import { createFeed } from "./feed.js";
import { createRig, logOf, post, textsInOrder, type Rig } from "./testing/rig.js";
import { createSilentProxy, type SilentProxy } from "./testing/silent-proxy.js";
import { open, viewer } from "./testing/readers.js";

/** Short, so that the tests are; a machine that is slower than this only tries again. */
const SHORT: Patience = { connectMs: 2_000, answerMs: 2_000, idleMs: 1_000 };

let rig: Rig;
const proxies: SilentProxy[] = [];

beforeAll(async () => {
  rig = await createRig();
});
afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
  await rig.close();
});

const line = async () => {
  const proxy = await createSilentProxy(rig.url);
  proxies.push(proxy);
  return { proxy, pool: createPool(proxy.url, 4, SHORT) };
};

/** Every moment at which a line can fall silent in one commit; Postgres holds its locks then until it gives up, too. */
const moments = (["before", "after"] as const).flatMap((when) =>
  ["application_name", "BEGIN", "FOR UPDATE", "live_", "COMMIT"].map((phrase) => ({ when, phrase })),
);

describe("[LOG6] a line that falls silent", { timeout: 120_000 }, () => {
  it.concurrent.each(moments)("$when $phrase leaves the command done once", async ({ when, phrase }) => {
    const { proxy, pool } = await line();
    const streamId = await rig.stream();
    proxy.silence(when, phrase);
    const answer = await rig.node({ pool })(post(streamId, "once"));
    expect(proxy.silenced()).toBe(1);
    expect(answer).toMatchObject({ outcome: { done: true, value: "once" }, position: { seq: 1 } });
    expect(await textsInOrder(rig, streamId)).toEqual(["once"]);
    expect(await logOf(rig, streamId)).toHaveLength(1);
    await pool.end();
  });

  it.concurrent("is not used again by whoever asked without a transaction", async () => {
    const { proxy, pool } = await line();
    proxy.silence("before", "SELECT 1 AS lost");
    await expect(pool.query("SELECT 1 AS lost")).rejects.toThrow("Query read timeout");
    expect(pool.totalCount).toBe(0);
    expect((await pool.query("SELECT 2 AS found")).rows).toEqual([{ found: 2 }]);
    await pool.end();
  });
});

describe("[FEED3] a reader whose line falls silent", { timeout: 120_000 }, () => {
  it.concurrent.each(["FROM log_entry", "FROM stream"])("at %s hears all of it, later", async (phrase) => {
    const { proxy, pool } = await line();
    const streamId = await rig.stream();
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const feed = createFeed({ pool, bus: createMemoryBus(), pollEvery: 20, onError });
    const live = await open(feed, streamId, viewer(), { cursor: "1.0", notes: new Map() });
    proxy.silence("after", phrase);
    await rig.node()(post(streamId, "one"));
    expect(await live.step()).toBe("frame");
    expect(proxy.silenced()).toBe(1);
    expect(errors).not.toHaveLength(0);
    feed.close();
    await pool.end();
  });
});
