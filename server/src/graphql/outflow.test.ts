import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { TRY_AGAIN_LATER } from "./close-codes.js";
import { FanOutCounts } from "./fan-out-counts.js";
import { NextFrames, operationIdOf } from "./frame.js";
import { Outflow } from "./outflow.js";

const STUCK_MS = 100;
const MANY_BYTES = 24 * 1024 * 1024;
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
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  phone = connect((server.address() as AddressInfo).port, "127.0.0.1");
  phone.on("error", () => undefined);
  phone.write(`${UPGRADE}\r\n\r\n`);
  [socket] = (await once(server, "connection")) as [WebSocket];
  phone.pause();
});
afterEach(() => {
  phone.destroy();
  socket.terminate();
  server.close();
});

/** Writes more than the kernel takes. */
const fill = (): { outflow: Outflow; counts: FanOutCounts } => {
  const counts = new FanOutCounts();
  const outflow = new Outflow(socket, counts, STUCK_MS);
  outflow.wrote(new NextFrames(JSON.stringify("x".repeat(MANY_BYTES))).send(socket, operationIdOf("1")));
  expect(outflow.isFull).toBe(true);
  return { outflow, counts };
};

test("[FEED8] a socket that takes nothing is closed, and may come back", async () => {
  const { counts } = fill();
  const closing = new Promise<number>((resolve) => {
    const close = socket.close.bind(socket);
    socket.close = (code, reason) => (resolve(code ?? 0), close(code, reason));
  });
  expect(await closing).toBe(TRY_AGAIN_LATER);
  expect(counts.slowSockets).toBe(1);
});

test("[FEED8] one that takes little at a time is waited for, and told when there is room", async () => {
  const { outflow, counts } = fill();
  const drained = new Promise<void>((resolve) => outflow.join({ drained: resolve }));
  let pieces = 0;
  phone.on("data", () => {
    pieces += 1;
    // A piece at a time, so that all of it takes many times as long as a stuck socket is given.
    if (pieces % 16 === 0) void (phone.pause(), setTimeout(() => phone.resume(), STUCK_MS / 4));
  });
  phone.resume();
  await drained;
  expect(outflow.isFull).toBe(false);
  expect(counts.slowSockets).toBe(0);
});
