import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../database/testing/test-database.js";
import type { Hint } from "./bus.js";
import { describeBusContract } from "./bus.contract.js";
import { createMemoryBus } from "./memory.js";
import { createPostgresBus } from "./postgres.js";
import { createRedisBus } from "./redis.js";

describeBusContract("memory", async () => {
  const hub = new EventEmitter();
  return { node: async () => createMemoryBus(hub) };
});

describe("postgres", () => {
  let database: TestDatabase;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  const others =
    "FROM pg_stat_activity WHERE application_name = 'ordskifte-bus' AND datname = current_database()";
  const cut = async (): Promise<void> =>
    void (await admin.query(`SELECT pg_terminate_backend(pid) ${others}`));
  describeBusContract("postgres", async () => ({ node: () => createPostgresBus(database.url), cut }));

  it("[BUS4] does not mind what strangers say on its channel", async () => {
    const bus = await createPostgresBus(database.url);
    const heard: Hint[] = [];
    bus.subscribe((hint) => heard.push(hint));
    for (const nonsense of ["", "{", "1", "null", "[1]", '[["only an id"]]', '[[1,"2",3]]']) {
      await admin.query("SELECT pg_notify('ordskifte_hint', $1)", [nonsense]);
    }
    await admin.query(`SELECT pg_notify('ordskifte_hint', '[["a",1,2]]')`);
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([{ streamId: "a", epoch: 1, head: 2 }]);
    await bus.close();
  });

  it("[BUS6] tells only itself while it is alone, and everybody from when another says that it is here", async () => {
    const messages: string[] = [];
    const overhear = ({ channel, payload = "" }: pg.Notification): void =>
      void (channel === "ordskifte_hint" && messages.push(payload));
    admin.on("notification", overhear);
    await admin.query("LISTEN ordskifte_hint");
    const bus = await createPostgresBus(database.url, { hereEvery: 20 });
    const heard = new Set<number>();
    bus.subscribe(({ head }) => heard.add(head));
    const hint = (head: number): Hint => ({ streamId: "a", epoch: 1, head });
    let head = 0;
    const say = async (): Promise<void> => {
      bus.publish(hint(++head));
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const saidToItselfAlone = (): boolean => heard.has(head) && !messages.includes(`[["a",1,${head}]]`);
    while (!saidToItselfAlone()) await say();
    const another = await createPostgresBus(database.url, { hereEvery: 20 });
    const heardThere = new Set<number>();
    another.subscribe((one) => heardThere.add(one.head));
    while (!heardThere.has(head)) await say();
    await Promise.all([bus.close(), another.close()]);
    await admin.query("UNLISTEN *");
    admin.off("notification", overhear);
  });

  it("[BUS4] starts also where the database is away", async () => {
    const bus = await createPostgresBus("postgres://nobody@127.0.0.1:1/none");
    bus.publish({ streamId: "a", epoch: 1, head: 1 });
    await bus.close();
  });
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const isRedisPresent = spawnSync("redis-server", ["--version"]).status === 0;

describe.runIf(isRedisPresent)("redis", () => {
  let folder: string;
  let server: ChildProcess;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ordskifte-redis-"));
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    server = spawn(
      "redis-server",
      ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder],
      { stdio: "ignore" },
    );
    const admin = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    admin.on("error", () => undefined);
    await admin.ping();
    admin.disconnect();
  });
  afterAll(async () => {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const cut = async (): Promise<void> => {
    const admin = new Redis(url);
    await admin.call("CLIENT", "KILL", "TYPE", "pubsub");
    await admin.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    admin.disconnect();
  };
  describeBusContract("redis", async () => ({ node: () => createRedisBus(url), cut }));

  it("[BUS4] does not mind what strangers say on its channel", async () => {
    const bus = await createRedisBus(url);
    const admin = new Redis(url);
    const heard: Hint[] = [];
    bus.subscribe((hint) => heard.push(hint));
    for (const nonsense of ["", "{", "1", "null", "{}", '{"streamId":1}'])
      await admin.publish("ordskifte:hint", nonsense);
    await admin.publish("ordskifte:hint", '{"streamId":"a","epoch":1,"head":2}');
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([{ streamId: "a", epoch: 1, head: 2 }]);
    admin.disconnect();
    await bus.close();
  });

  it("[BUS4] starts also where Redis is away", async () => {
    const bus = await createRedisBus("redis://127.0.0.1:1");
    bus.publish({ streamId: "a", epoch: 1, head: 1 });
    await bus.close();
  });
});
