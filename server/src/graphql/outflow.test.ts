import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { TRY_AGAIN_LATER } from "./close-codes.js";
import { FanOutCounts } from "./fan-out-counts.js";
import { leftToTake, NextFrames, operationIdOf } from "./frame.js";
import { Outflow } from "./outflow.js";

const STUCK_MS = 10_000;
const MANY_BYTES = 24 * 1024 * 1024;
const PIECE_BYTES = 2 * 1024 * 1024;
const UPGRADE = [
  "GET / HTTP/1.1",
  "Host: here",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
].join("\r\n");

let server: WebSocketServer;
let phone: Socket;
let socket: WebSocket;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  phone = connect((server.address() as AddressInfo).port, "127.0.0.1");
  phone.on("error", () => undefined);
  phone.write(`${UPGRADE}\r\n\r\n`);
  [socket] = (await once(server, "connection")) as [WebSocket];
  phone.pause();
});
afterEach(() => {
  vi.useRealTimers();
  phone.destroy();
  socket.terminate();
  server.close();
});

/** Writes more than the kernel takes, and lets it take what it can. */
const fill = async (): Promise<{ outflow: Outflow; counts: FanOutCounts }> => {
  const counts = new FanOutCounts();
  const outflow = new Outflow(socket, counts);
  outflow.wrote(new NextFrames(JSON.stringify("x".repeat(MANY_BYTES))).send(socket, operationIdOf("1")));
  expect(outflow.isFull).toBe(true);
  for (let left = Infinity; leftToTake(socket) < left; await turn()) left = leftToTake(socket);
  return { outflow, counts };
};

/** The phone reads until the server could write on. */
const readSome = async (): Promise<void> => {
  const left = leftToTake(socket);
  phone.resume();
  while (leftToTake(socket) > Math.max(0, left - PIECE_BYTES)) await turn();
  phone.pause();
};

test("[FEED8] a socket that takes nothing for ten seconds is closed, and may come back", async () => {
  const { counts } = await fill();
  const close = vi.spyOn(socket, "close");
  vi.advanceTimersByTime(STUCK_MS - 1);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(close).toHaveBeenCalledWith(TRY_AGAIN_LATER, expect.any(String));
  expect(counts.slowSockets).toBe(1);
});

test("[FEED8] one that takes little at a time is waited for, and told when there is room", async () => {
  const { outflow, counts } = await fill();
  const drained = new Promise<void>((resolve) => outflow.join({ drained: resolve }));
  for (let i = 0; i < 3; i++) {
    await readSome();
    vi.advanceTimersByTime(STUCK_MS);
  }
  expect([outflow.isFull, counts.slowSockets]).toEqual([true, 0]);
  phone.resume();
  await drained;
  vi.advanceTimersByTime(STUCK_MS);
  expect([outflow.isFull, counts.slowSockets]).toEqual([false, 0]);
});
