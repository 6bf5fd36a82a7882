import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../server.js";
import { LIMITS, overLimit } from "./limits.js";
import { openRaw, type RawSocket } from "./testing/callers.js";
import { addPerson } from "./testing/people.js";
import { startTestServer } from "./testing/test-server.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer({
    publicUrl: "https://ordskifte.example",
    allowedOrigins: ["https://friend.example"],
  });
});
afterAll(() => server.stop());

async function openAndGreet(): Promise<RawSocket> {
  const raw = await openRaw(server.port);
  raw.say({ type: "connection_init" });
  expect(await raw.next()).toEqual({ type: "connection_ack" });
  return raw;
}

const SERVER_TIME = { query: "{ serverTime }" };

describe("a socket is closed", () => {
  it("when it never says connection_init", async () => {
    const impatient = await startTestServer({}, { initWaitMs: 30 });
    const raw = await openRaw(impatient.port);
    expect(await raw.closed).toBe(4408);
    await impatient.stop();
  });

  it("when it says connection_init twice", async () => {
    const raw = await openAndGreet();
    raw.say({ type: "connection_init" });
    expect(await raw.closed).toBe(4429);
  });

  it("when it asks before connection_init", async () => {
    const raw = await openRaw(server.port);
    raw.say({ type: "subscribe", id: "1", payload: SERVER_TIME });
    expect(await raw.closed).toBe(4401);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["null", "null"],
    ["an unknown type", { type: "shout" }],
    ["no id", { type: "subscribe", payload: SERVER_TIME }],
    ["no payload", { type: "subscribe", id: "1" }],
    ["a query that is no text", { type: "subscribe", id: "1", payload: { query: 1 } }],
    [
      "variables that are no object",
      { type: "subscribe", id: "1", payload: { ...SERVER_TIME, variables: "x" } },
    ],
  ])("when it says what is malformed: %s", async (_, message) => {
    const raw = await openAndGreet();
    raw.say(message);
    expect(await raw.closed).toBe(4400);
  });

  it("when it says too much at once", async () => {
    const raw = await openAndGreet();
    raw.say({ type: "ping", payload: { text: "x".repeat(LIMITS.messageBytes) } });
    expect(await raw.closed).toBe(1009);
  });
});

describe("a socket is kept", () => {
  it("when an operation on it fails, and others go on", async () => {
    const raw = await openAndGreet();
    raw.say({ type: "subscribe", id: "1", payload: { query: "{ nothing }" } });
    expect(await raw.next()).toMatchObject({ type: "error", id: "1" });
    raw.say({ type: "subscribe", id: "2", payload: SERVER_TIME });
    expect(await raw.next()).toMatchObject({ type: "next", id: "2" });
    expect(await raw.next()).toEqual({ type: "complete", id: "2" });
    raw.socket.close();
  });

  it("when it asks for too many things at once: those that are too many are refused", async () => {
    const { token } = await server.app.identity.startSession(await addPerson(server.app, "Kari"));
    const admin = await server.app.pool.connect();
    await admin.query("BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE");
    const raw = await openRaw(server.port);
    raw.say({ type: "connection_init", payload: { token } });
    await raw.next();
    const query = "{ viewer { person { id } } }";
    for (let id = 0; id <= LIMITS.operationsPerSocket; id += 1)
      raw.say({ type: "subscribe", id: `${id}`, payload: { query } });
    expect(await raw.next()).toMatchObject({
      type: "error",
      id: `${LIMITS.operationsPerSocket}`,
      payload: [{ message: overLimit("operationsPerSocket").message, extensions: { code: "OVER_LIMIT" } }],
    });
    await admin.query("ROLLBACK");
    admin.release();
    raw.socket.close();
  });
});

describe("a subscription", () => {
  it("that is refused is told why by a code, and that is its end", async () => {
    const raw = await openAndGreet();
    const query =
      'subscription { boardFeed(boardId: "019aa5b2-9e9e-7e9e-8e9e-0123456789ab") { __typename } }';
    raw.say({ type: "subscribe", id: "1", payload: { query } });
    expect(await raw.next()).toEqual({
      type: "error",
      id: "1",
      payload: [{ message: "Join or sign in first.", extensions: { code: "UNAUTHENTICATED" } }],
    });
    raw.socket.close();
  });
});

describe("pages that may open a socket", () => {
  const host = (): string => `127.0.0.1:${server.port}`;

  it.each([
    ["our own", () => `http://${host()}`],
    ["our public address", () => "https://ordskifte.example"],
    ["a friend's", () => "https://friend.example"],
  ])("%s", async (_, origin) => {
    const raw = await openRaw(server.port, { origin: origin() });
    raw.socket.close();
    expect(await raw.closed).toBe(1005);
  });

  it.each([
    "https://evil.example",
    "null",
    "http://ordskifte.example",
    "https://ordskifte.example.evil.example",
    "x",
  ])("not %s", async (origin) => {
    await expect(openRaw(server.port, { origin })).rejects.toThrow(/403/);
  });
});
