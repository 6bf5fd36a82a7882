import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestDatabase } from "@ordskifte/server/database/testing/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Api } from "../house/api.js";
import { type BuiltServer, startBuilt } from "../house/built-server.js";
import { Follower, readBoard } from "../house/follower.js";
import { foundPeople, Hall } from "../house/hall.js";
import { ownDatabase } from "../house/own-database.js";
import { TraceReceiver } from "./trace-receiver.js";

const WORDS = "Hvorfor leser vi ikke ute?";
const OPERATIONS = readFileSync(join(import.meta.dirname, "../../../docs/OPERATIONS.md"), "utf8");

let database: TestDatabase;
let receiver: TraceReceiver;
let server: BuiltServer;
let hall: Hall;
let metrics: string;
/** What nobody who watches the server may learn: names, words, codes, tokens. */
let secrets: string[];

/** A run in which everything happens that is logged, at the level that says most, and then the end of it. */
beforeAll(async () => {
  database = await ownDatabase();
  receiver = await TraceReceiver.start();
  server = await startBuilt({
    DATABASE_URL: database.url,
    DEMO: "false",
    LOG_LEVEL: "trace",
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  });
  hall = await Hall.open(await foundPeople(server.url, database.url));
  const follower = new Follower(hall.peer.api, hall.boardId, await readBoard(hall.peer.api, hall.boardId));
  const following = follower.follow();
  // The first may be part of catching up; for the second the follower listens.
  for (const body of [WORDS, `${WORDS} Og inne?`]) {
    await hall.post(hall.author, { kind: "IDEA", body });
    await follower.reaches((await readBoard(hall.peer.api, hall.boardId)).cursor);
  }
  await askWhatIsRefused();
  metrics = await (await fetch(`${server.url}/metrics`)).text();
  follower.stop();
  await following;
  secrets = [
    ...[WORDS, hall.code, "Anna", "Bjarte", "Synnøve", "Ingvild", "Skarvfjord", "Ytre Kyst"],
    ...[hall.author, hall.peer, hall.people.leader, hall.people.owner].map(
      ({ api }) => api.token ?? "no token",
    ),
  ];
  await server.stop();
});
afterAll(async () => {
  await server?.stop();
  await receiver?.close();
  await database?.drop();
});

/** Names, codes and tokens where they are wrong; a page by its code; and a surprise in the database. */
const askWhatIsRefused = async (): Promise<void> => {
  const guest = new Api(server.url);
  await fetch(`${server.url}/j/${hall.code}`);
  await fetch(`${server.url}/inn/${hall.author.api.token ?? ""}`);
  await guest.ask(`query { door(code: "${hall.code}") { nothing } }`);
  await guest.ask("query ($c: String!) { door(code: $c) { __typename } }", { c: [WORDS] });
  await hall.author.api.ask(`mutation Anna { postContribution(input: "${WORDS}") { __typename } }`);
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await admin.query("ALTER TABLE person RENAME TO person_away");
  await hall.author.api.ask("{ viewer { person { name } } }");
  await admin.query("ALTER TABLE person_away RENAME TO person");
  // Postgres tells the whole row that it did not take, words and all.
  await admin.query("ALTER TABLE contribution ADD CONSTRAINT full_up CHECK (false) NOT VALID");
  await expect(hall.post(hall.author, { kind: "IDEA", body: WORDS })).rejects.toThrow(/INTERNAL/);
  await admin.query("ALTER TABLE contribution DROP CONSTRAINT full_up");
  await admin.end();
};

const learnedFrom = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

describe("who watches a server", () => {
  it("reads what happened in its log, and nothing of people, their words, codes and tokens", () => {
    const lines = server
      .said()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    const answered = lines.map((line) => JSON.parse(line) as { msg?: string; err?: object });
    expect(answered.filter(({ msg }) => msg === "Answered.").length).toBeGreaterThan(10);
    expect(answered.filter(({ err }) => err).length).toBeGreaterThan(0);
    expect(learnedFrom(server.said())).toEqual([]);
  });

  it("is sent spans of all that takes time, and nothing of people, their words, codes and tokens", () => {
    expect(new Set(receiver.spans)).toEqual(new Set(["operation", "commit batch", "window", "fan-out"]));
    expect(learnedFrom(receiver.bodies.join("\n"))).toEqual([]);
  });

  it("reads every figure that docs/OPERATIONS.md names, and no other of ours", () => {
    const offered = new Set([...metrics.matchAll(/^# TYPE (ordskifte_\w+)/gm)].map(([, name]) => name));
    const named = new Set([...OPERATIONS.matchAll(/^\| `(ordskifte_\w+)`/gm)].map(([, name]) => name));
    expect([...named].toSorted()).toEqual([...offered].toSorted());
    for (const [name] of OPERATIONS.matchAll(/ordskifte_\w+/g)) {
      const plain = name.replace(/_(?:bucket|sum|count)$/, "");
      expect(offered.has(plain) || offered.has(name)).toBe(true);
    }
    const alarms = OPERATIONS.split("## Upkeep")[0] ?? "";
    for (const [name] of alarms.matchAll(/\bnodejs_\w+/g)) expect(metrics).toContain(`# TYPE ${name} `);
    expect(metrics).toMatch(/^ordskifte_commit_to_frame_seconds_count [1-9]/m);
    expect(metrics).toMatch(/^ordskifte_frames_total [1-9]/m);
    expect(metrics).toMatch(/^ordskifte_groups 1$/m);
    expect(metrics).toMatch(/^ordskifte_commit_waiting 0$/m);
    expect(learnedFrom(metrics)).toEqual([]);
  });
});
