import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded.js";
import { isAlive, signal, waitUntilGone } from "./processes.js";

const run = promisify(execFile);
const lines: string[] = [];
const log = (line: string): void => void lines.push(line);

let dataDir: string;
let server: EmbeddedPostgres | undefined;

beforeEach(async () => {
  lines.length = 0;
  dataDir = await mkdtemp(join(tmpdir(), "ordskifte-embedded-"));
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  return (server = await startEmbeddedPostgres({ dataDir: folder, log }));
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

async function postgresPid(): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
}

/** Asks until somebody answers: the server may be in the middle of starting again. */
async function queryUntilAnswered(url: string, sql: string): Promise<unknown[]> {
  for (;;) {
    const rows = await query(url, sql).catch(() => undefined);
    if (rows) return rows;
  }
}

/** Starts a Node of its own on the data folder, writes a row with it, and leaves it running. */
async function startElsewhere(): Promise<{ pid: number; ended: Promise<number | null> }> {
  const built = join(import.meta.dirname, "../../dist/database/embedded.js");
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(built)};
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} });
    console.log(url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await new Promise<string>((resolve) =>
    child.stdout.once("data", (text) => resolve(String(text).trim())),
  );
  await query(url, "create table kept as select 'acknowledged' as word");
  return { pid: child.pid ?? 0, ended };
}

describe("a fresh folder", () => {
  it("gives a durable server with everything the application relies on", async () => {
    const { url } = await start();
    expect(new URL(url).hostname).toBe("127.0.0.1");
    const settings =
      "current_setting('synchronous_commit'), current_setting('fsync'), current_setting('listen_addresses')";
    expect(await query(url, `select ${settings}`)).toEqual([["on", "on", "127.0.0.1"]]);
    await query(url, "create extension pg_trgm; create extension unaccent");
    expect(await query(url, "select to_tsvector('norwegian', 'nettverkene')::text")).toEqual([
      ["'nettverk':1"],
    ]);
  });

  it("asks for the password", async () => {
    const address = new URL((await start()).url);
    address.password = "guess";
    await expect(query(address.href, "select 1")).rejects.toThrow(/password authentication failed/);
  });

  it("keeps its data and its password from one start to the next", async () => {
    await query((await start()).url, "create table kept as select 42 as answer");
    await server?.stop();
    expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
    expect(await query((await start()).url, "select answer from kept")).toEqual([[42]]);
  });
});

describe("after a kill -9", () => {
  it("of Node, stops the Postgres that lives on and keeps what was acknowledged", async () => {
    const elsewhere = await startElsewhere();
    const orphan = await postgresPid();
    signal(elsewhere.pid, "SIGKILL");
    await elsewhere.ended;
    expect(isAlive(orphan)).toBe(true);
    const { url } = await start();
    expect(await waitUntilGone(orphan, 0)).toBe(true);
    expect(lines).toEqual(["Stopped a Postgres that an earlier run left behind."]);
    expect(await query(url, "select word from kept")).toEqual([["acknowledged"]]);
  });

  it("of Node and Postgres together, recovers", async () => {
    const elsewhere = await startElsewhere();
    signal(elsewhere.pid, "SIGKILL");
    signal(await postgresPid(), "SIGKILL");
    await elsewhere.ended;
    expect(await query((await start()).url, "select word from kept")).toEqual([["acknowledged"]]);
  });

  it("of Postgres alone, starts it again on the same address", async () => {
    const { url } = await start();
    await query(url, "create table kept as select 42 as answer");
    const killed = await postgresPid();
    signal(killed, "SIGKILL");
    expect(await queryUntilAnswered(url, "select answer from kept")).toEqual([[42]]);
    expect(lines).toEqual(["Postgres ended by SIGKILL; starting it again."]);
    expect(await postgresPid()).not.toBe(killed);
  });

  it.each([
    ["now belongs to another process", "echo $$; exec sleep 60"],
    [
      "belongs to a process that has ended, which its parent never asks about",
      "true & echo $!; exec sleep 60",
    ],
  ])("is not misled by a lock file whose number %s", async (_, program) => {
    await start();
    const lock = join(dataDir, "postgres/cluster/postmaster.pid");
    const [, ...rest] = (await readFile(lock, "utf8")).split("\n");
    await server?.stop();
    const bystander = spawn("sh", ["-c", program]);
    const number = await new Promise<string>((resolve) =>
      bystander.stdout.once("data", (text) => resolve(String(text).trim())),
    );
    await writeFile(lock, [number, ...rest].join("\n"));
    expect(await query((await start()).url, "select 1")).toEqual([[1]]);
    expect(bystander.exitCode).toBe(null);
    bystander.kill();
  });
});

describe("stopping", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s to Node stops Postgres too", async (name, code) => {
    const elsewhere = await startElsewhere();
    const postgres = await postgresPid();
    signal(elsewhere.pid, name);
    expect(await elsewhere.ended).toBe(code);
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
  });

  it("may be asked for twice", async () => {
    const postgres = await start();
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(existsSync(join(dataDir, "postgres/cluster/postmaster.pid"))).toBe(false);
  });
});

describe("refusals, one line each", () => {
  it("a second server on the same folder, even by another path", async () => {
    const { url } = await start();
    const alias = `${dataDir}-alias`;
    await symlink(dataDir, alias);
    const second = startEmbeddedPostgres({ dataDir: alias, log });
    await expect(second).rejects.toMatchObject({
      reason: "folder-in-use",
      message: expect.stringMatching(/^Another Ordskifte \(process \d+\) already uses .*$/),
    });
    await rm(alias);
    expect(await query(url, "select 1")).toEqual([[1]]);
  });

  it("a folder that cannot be written", async () => {
    const file = join(dataDir, "a-file");
    await writeFile(file, "");
    for (const impossible of [join(file, "below"), file, "/proc/ordskifte"]) {
      await expect(startEmbeddedPostgres({ dataDir: impossible, log })).rejects.toMatchObject({
        reason: "folder-unwritable",
        message: expect.stringMatching(
          /^Cannot write to .* \(E[A-Z]+\)\. Choose another folder with DATA_DIR\.$/,
        ),
      });
    }
  });

  it("a damaged cluster, with Postgres's own words", async () => {
    await start();
    await server?.stop();
    await writeFile(join(dataDir, "postgres/cluster/PG_VERSION"), "9.6\n");
    await expect(start()).rejects.toMatchObject({
      reason: "postgres-failed",
      message: expect.stringMatching(/^.*$/),
    });
    expect(existsSync(join(dataDir, "owner.json"))).toBe(false);
  });
});

describe("as an ordinary user", () => {
  it.runIf(process.getuid?.() === 0)("root keeps the cluster of the folder's owner theirs", async () => {
    await run("chown", ["65534:65534", dataDir]);
    await run("mkdir", [join(dataDir, "postgres")]);
    await run("chown", ["65534:65534", join(dataDir, "postgres")]);
    expect(await query((await start()).url, "select 1")).toEqual([[1]]);
    const { stdout } = await run("find", [join(dataDir, "postgres"), "!", "-uid", "65534"]);
    expect(stdout).toBe(join(dataDir, "postgres/server.log") + "\n");
  });
});
