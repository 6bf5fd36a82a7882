import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort, launch, type Launched, signalGroup, untilReady } from "./launch.js";

let DATA_DIR: string;
const launched: Launched[] = [];

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), "ordskifte-start-"));
});

afterEach(async () => {
  for (const server of launched.splice(0)) {
    if (server.child.exitCode === null && server.child.signalCode === null) signalGroup(server, "SIGTERM");
    await server.ended;
  }
  await rm(DATA_DIR, { recursive: true, force: true });
});

async function start(variables: Partial<Parameters<typeof launch>[0]> = {}): Promise<Launched> {
  const server = launch({ PORT: await freePort(), DATA_DIR, ...variables });
  launched.push(server);
  return server;
}

async function postgresPid(): Promise<number> {
  return Number((await readFile(join(DATA_DIR, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("npm start", () => {
  it("serves the client and the API on one port", async () => {
    const server = await start();
    await untilReady(server);
    const page = await fetch(server.url);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toContain('<div id="root">');
    const answer = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect(await answer.json()).toEqual({ data: { __typename: "Query" } });
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("stops everything on %s, Postgres too", async (name) => {
    const server = await start();
    await untilReady(server);
    const postgres = await postgresPid();
    signalGroup(server, name);
    expect(await server.ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(DATA_DIR, "owner.json"))).toBe(false);
  });

  it("starts again after a kill -9, in the same folder and on the same port", async () => {
    const PORT = await freePort();
    const first = await start({ PORT });
    await untilReady(first);
    const orphan = await postgresPid();
    signalGroup(first, "SIGKILL");
    expect(await first.ended).toBe("SIGKILL");
    await untilReady(await start({ PORT }));
    expect(await postgresPid()).not.toBe(orphan);
  });
});

describe("npm start refuses in one line", () => {
  async function refusal(variables: Partial<Parameters<typeof launch>[0]>): Promise<string> {
    const server = await start(variables);
    expect(await server.ended).toBe(1);
    return server.said().trim().split("\n").at(-1) ?? "";
  }

  it("a port that is taken", async () => {
    const other = createServer().listen(0);
    await once(other, "listening");
    const PORT = (other.address() as AddressInfo).port;
    expect(await refusal({ PORT })).toMatch(new RegExp(`^Port ${PORT} is taken`));
    expect(existsSync(join(DATA_DIR, "owner.json"))).toBe(false);
    other.close();
  });

  it("a folder that cannot be written", async () => {
    const file = join(DATA_DIR, "file");
    await writeFile(file, "");
    expect(await refusal({ DATA_DIR: join(file, "data") })).toMatch(/^Cannot write to .*DATA_DIR\.$/);
  });

  it("a folder that another server has", async () => {
    await untilReady(await start());
    expect(await refusal({})).toMatch(/^Another Ordskifte \(process \d+\) already uses /);
  });

  it("a database that cannot be reached, without showing its password", async () => {
    const DATABASE_URL = `postgres://somebody:secret@127.0.0.1:${await freePort()}/nothing`;
    const line = await refusal({ DATABASE_URL });
    expect(line).toMatch(/^The database in DATABASE_URL cannot be reached/);
    expect(line).not.toContain("secret");
  });
});
