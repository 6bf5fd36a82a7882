import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall } from "../house/hall.js";
import { freePort } from "../start/launch.js";

const MAIN = resolve(import.meta.dirname, "../../dist/crowd/main.js");

let founded: Founded;
let hall: Hall;

beforeAll(async () => {
  founded = await foundServer();
  hall = await Hall.open(founded.people);
});
afterAll(() => founded?.stop());

/** What the built crowd says, and its exit code. */
const crowd = async (...args: string[]): Promise<{ said: string; code: unknown }> => {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATA_DIR: "/nonexistent" };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, "close")) as [unknown];
  return { said: Buffer.concat(chunks).toString("utf8"), code };
};

it("comes in, writes and votes, and finds all of it again", async () => {
  const ideas = await Promise.all([1, 2].map(() => hall.post(hall.author, { kind: "IDEA" })));
  await hall.openRound(ideas);
  const { said, code } = await crowd(
    "--people",
    "8",
    "--minutes",
    "0.4",
    "--url",
    founded.server.url,
    "--code",
    hall.code,
  );
  expect(said).toMatch(/joined=8 written=\d+ votes=[1-9]\d* lost=0/);
  expect(said).toMatch(/refused: none\nanswers: p50 \d+ ms, p99 \d+ ms/);
  expect(code).toBe(0);
  const query = "query ($id: ID!) { gathering(id: $id) { headCount { devices } voteRounds { votedCount } } }";
  const seen = await hall.lead.read<{ headCount: unknown; voteRounds: { votedCount: number }[] }>(query, {
    id: hall.id,
  });
  expect(seen.headCount).toEqual({ devices: 11 });
  expect(said).toContain(`votes=${seen.voteRounds[0]?.votedCount} `);
});

it("says in one line why it cannot come", async () => {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const refusals = await Promise.all([
    crowd("--people", "many"),
    crowd("--url", "nowhere"),
    crowd("--url", founded.server.url),
    crowd("--url", founded.server.url, "--code", "XXXXXX"),
    crowd("--url", nowhere, "--code", "XXXXXX"),
  ]);
  expect(refusals.map(({ said }) => said.trim())).toEqual([
    "--people must be a number up to 2000.",
    "--url must begin with http:// or https://.",
    "Say which gathering, with --code CODE: the six characters on its door.",
    "No open gathering has the code XXXXXX.",
    `Nobody answers at ${nowhere}. Is the server running there?`,
  ]);
  expect(refusals.every(({ code }) => code === 1)).toBe(true);
});
