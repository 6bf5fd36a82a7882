import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTestDatabase, withDatabase } from "./database/testing/test-database.js";
import { askOverHttp, openRaw } from "./graphql/testing/callers.js";
import { addPerson } from "./graphql/testing/people.js";
import { startTestServer } from "./graphql/testing/test-server.js";
import { startServer } from "./server.js";
import { startLine } from "./start-error.js";

const VIEWER = { query: "{ viewer { person { name } } }" };

/** The line that somebody at the terminal reads. */
const lineOf = async (settings: Parameters<typeof startTestServer>[0]): Promise<string | null> =>
  startServer({ settings: { host: "127.0.0.1", port: 0, logLevel: "silent", ...settings } }).then(
    () => "It started.",
    startLine,
  );

describe("a server that cannot start says why in one line", () => {
  it("when the port is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
    );
    const database = await createTestDatabase();
    const databaseUrl = `${database.url}?options=-c%20synchronous_commit%3Don`;
    expect(await lineOf({ port, databaseUrl })).toBe(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
    );
    other.close();
    await database.drop();
  });

  it("when the host is not ours", async () => {
    const database = await createTestDatabase();
    const databaseUrl = `${database.url}?options=-c%20synchronous_commit%3Don`;
    expect(await lineOf({ host: "192.0.2.1", databaseUrl })).toBe(
      "HOST=192.0.2.1 is no address of this machine.",
    );
    await database.drop();
  });

  it("when the database cannot be reached", async () => {
    expect(await lineOf({ databaseUrl: "postgres://kari:hunter2@127.0.0.1:1/x" })).toBe(
      "The database in DATABASE_URL cannot be reached (ECONNREFUSED).",
    );
  });

  it("when the database does not let us in, or is not there", async () => {
    const database = await createTestDatabase();
    const wrong = new URL(database.url);
    wrong.password = "hunter2";
    expect(await lineOf({ databaseUrl: wrong.href })).toBe(
      "The database in DATABASE_URL answers, but it does not know the user or the password.",
    );
    expect(await lineOf({ databaseUrl: withDatabase(database.url, "nowhere") })).toBe(
      "The database in DATABASE_URL answers, but it has no such database.",
    );
    await database.drop();
  });

  it("when the data folder is a file", async () => {
    expect(await lineOf({ dataDir: join(import.meta.filename, "data") })).toMatch(/^[^\n]+\.$/);
  });
});

describe("[SHUTDOWN1] a server that stops", () => {
  it("finishes what runs, and tells sockets to come back", async () => {
    const server = await startTestServer();
    const { token } = await server.app.identity.startSession(await addPerson(server.app, "Kari"));
    const [busy, idle] = [await openRaw(server.port), await openRaw(server.port)];
    busy.say({ type: "connection_init", payload: { token } });
    idle.say({ type: "connection_init" });
    await Promise.all([busy.next(), idle.next()]);

    const admin = await server.app.pool.connect();
    await admin.query("BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE");
    const overHttp = askOverHttp({ ...server, token }, VIEWER);
    await expect.poll(() => waitingFor(server.app.pool), { timeout: 10_000 }).toBe(1);
    busy.say({ type: "subscribe", id: "1", payload: VIEWER });
    busy.say({ type: "ping" });
    expect(await busy.next()).toMatchObject({ type: "pong" });

    const stopped = server.stop();
    expect(await idle.closed).toBe(1012);
    await expect(openRaw(server.port)).rejects.toThrow(/503/);
    expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(503);
    await admin.query("ROLLBACK");
    admin.release();
    const answer = { data: { viewer: { person: { name: "Kari" } } } };
    expect(await busy.next()).toMatchObject({ type: "next", payload: answer });
    expect(await busy.closed).toBe(1012);
    expect(await overHttp).toEqual(answer);
    await stopped;
    await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow(/fetch failed/);
  });

  it("is not ready while the database is away", async () => {
    const server = await startTestServer();
    const ready = (): Promise<number> =>
      fetch(`http://127.0.0.1:${server.port}/readyz`).then(({ status }) => status);
    expect(await ready()).toBe(200);
    await server.app.pool.end();
    expect(await ready()).toBe(503);
    await server.stop();
  });
});

/** How many wait for a lock in this database. */
async function waitingFor(pool: {
  query(text: string): Promise<{ rows: { count: number }[] }>;
}): Promise<number | undefined> {
  const { rows } = await pool.query(
    "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows[0]?.count;
}
