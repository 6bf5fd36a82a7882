import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../server.js";
import { LIMITS } from "./limits.js";
import { askOverSocket, openRaw, type RawSocket } from "./testing/callers.js";
import { startTestServer } from "./testing/test-server.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const SERVER_TIME = { query: "{ serverTime }" };
const isServing = async (): Promise<boolean> =>
  typeof (await askOverSocket({ port: server.port }, SERVER_TIME)).data?.["serverTime"] === "string";

/** Numbers that are the same for the same seed (xorshift). */
const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

type Dice = ReturnType<typeof chance>;

const TYPES = ["connection_init", "connection_ack", "ping", "pong", "subscribe", "next", "error", "complete"];
const ODD = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  "x",
  [],
  {},
  [[]],
  { a: 1 },
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
];

const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** Messages as no client would send them; some are almost right. */
const messageFrom = (dice: Dice): string | Buffer => {
  const odd = (): unknown => ODD[dice(ODD.length)];
  const message = {
    type: dice(4) === 0 ? odd() : TYPES[dice(TYPES.length)],
    ...(dice(3) > 0 && { id: dice(3) === 0 ? odd() : "1" }),
    ...(dice(3) > 0 && {
      payload: dice(3) === 0 ? odd() : { ...SERVER_TIME, variables: odd(), extensions: odd() },
    }),
    ...(dice(5) === 0 && { __proto__: odd(), constructor: odd() }),
  };
  const text = JSON.stringify(message);
  const ways: readonly (() => string | Buffer)[] = [
    () => text,
    () => text,
    () => text,
    () => text.slice(0, dice(text.length)),
    () => Buffer.from(text),
    () => randomBytes(1 + dice(300)),
    () => deep(1 + dice(20_000)),
    () => `{"type":"ping","payload":${deep(dice(9_000))}}`,
  ];
  return ways[dice(ways.length)]?.() ?? text;
};

/** Says several things on one socket, until it has enough of it. */
const shoutAt = async (dice: Dice): Promise<void> => {
  const raw = await openRaw(server.port);
  if (dice(2) === 0) raw.say({ type: "connection_init" });
  for (let i = dice(6); i >= 0; i--) raw.socket.send(messageFrom(dice), { binary: dice(4) === 0 });
  // It answers this one, unless it has closed the line: nothing that was said holds it up.
  raw.socket.ping();
  await Promise.race([raw.closed, once(raw.socket, "pong")]);
  raw.socket.terminate();
};

describe("what no client would send", () => {
  it.each([1, 2, 3])("closes that socket at the most, and nobody else notices (seed %i)", async (seed) => {
    const dice = chance(seed * 7_919);
    const neighbour = await openRaw(server.port);
    neighbour.say({ type: "connection_init" });
    await neighbour.next();
    for (let i = 0; i < 60; i++) await shoutAt(dice);
    neighbour.say({ type: "subscribe", id: "1", payload: SERVER_TIME });
    expect(await neighbour.next()).toMatchObject({ id: "1", type: "next" });
    neighbour.socket.close();
    expect(await isServing()).toBe(true);
  });

  it("an id that is in use closes the socket with 4409", async () => {
    const raw = await openRaw(server.port);
    raw.say({ type: "connection_init" });
    await raw.next();
    const slow = { type: "subscribe", id: "1", payload: SERVER_TIME };
    raw.say(slow);
    raw.say(slow);
    expect(await raw.closed).toBe(4409);
  });

  it("text that is not UTF-8 closes it with 1007, and a frame below the protocol with 1002", async () => {
    const [text, broken] = [await openBelow(), await openBelow()];
    text.write(frameOf(Buffer.from([0xc3, 0x28])));
    broken.write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]));
    expect(await closingCode(text)).toBe(1007);
    expect(await closingCode(broken)).toBe(1002);
    expect(await isServing()).toBe(true);
  });

  it("64 kB is read, and one byte more closes it with 1009", async () => {
    const [fits, tooBig] = [await greeted(), await greeted()];
    const ping = (bytes: number): string => {
      const empty = JSON.stringify({ type: "ping", payload: { text: "" } });
      return JSON.stringify({ type: "ping", payload: { text: "x".repeat(bytes - empty.length) } });
    };
    fits.say(ping(LIMITS.messageBytes));
    expect(await fits.next()).toMatchObject({ type: "pong" });
    tooBig.say(ping(LIMITS.messageBytes + 1));
    expect(await tooBig.closed).toBe(1009);
    fits.socket.close();
  });
});

it("sockets that never say who they are are closed with 4408, and everybody else is served", async () => {
  const strict = await startTestServer({}, { initWaitMs: 1_000 });
  const client = await greeted(strict.port);
  const silent = await Promise.all(Array.from({ length: 300 }, () => openRaw(strict.port)));
  client.say({ type: "subscribe", id: "1", payload: SERVER_TIME });
  expect(await client.next()).toMatchObject({ id: "1", type: "next" });
  expect(new Set(await Promise.all(silent.map(({ closed }) => closed)))).toEqual(new Set([4408]));
  expect(await client.next()).toMatchObject({ id: "1", type: "complete" });
  client.say({ type: "subscribe", id: "2", payload: SERVER_TIME });
  expect(await client.next()).toMatchObject({ id: "2", type: "next" });
  client.socket.close();
  await strict.stop();
});

const greeted = async (port = server.port): Promise<RawSocket> => {
  const raw = await openRaw(port);
  raw.say({ type: "connection_init" });
  expect(await raw.next()).toEqual({ type: "connection_ack" });
  return raw;
};

/** A socket whose frames are made by hand. */
const openBelow = async (): Promise<Socket> => {
  const socket = connect(server.port, "127.0.0.1");
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
      "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
  );
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(String(answer)).toContain("101 Switching Protocols");
  return socket;
};

/** A text of less than 126 bytes, masked with zeros. */
const frameOf = (body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);

const closingCode = async (socket: Socket): Promise<number> => {
  const [frame] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return frame.readUInt16BE(2);
};
