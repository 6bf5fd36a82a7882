import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FaultProxy } from "./fault-proxy.js";

let heard: string[];
let proxy: FaultProxy;
const server = createServer((socket) => {
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    heard.push(chunk.toString());
    socket.write(chunk);
  });
});

beforeEach(async () => {
  heard = [];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy = await FaultProxy.start({ target: () => (server.address() as AddressInfo).port, random: () => 0.5 });
});
afterEach(async () => {
  await proxy.close();
  server.close();
  await once(server, "close");
});

const call = async (): Promise<Socket> => {
  const socket = connect(proxy.port, "127.0.0.1");
  await once(socket, "connect");
  return socket.on("error", () => undefined);
};
/** However it ends, with a reset too. */
const end = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once("close", resolve));
const ask = async (socket: Socket, text: string): Promise<string> => {
  const answer = once(socket, "data");
  socket.write(text);
  return String((await answer)[0]);
};

it("passes on what is said, both ways", async () => {
  expect(await ask(await call(), "hello")).toBe("hello");
});

it("cuts connections without goodbye, and takes new ones", async () => {
  const socket = await call();
  await ask(socket, "one");
  const closed = end(socket);
  proxy.cut();
  await closed;
  expect(await ask(await call(), "two")).toBe("two");
});

it("loses a reply after the request has arrived", async () => {
  const socket = await call();
  proxy.loseReplies(0.6);
  const closed = end(socket);
  socket.write("do it");
  await closed;
  expect(heard).toEqual(["do it"]);
  expect(proxy.lostReplies).toBe(1);
  proxy.heal();
  expect(await ask(await call(), "again")).toBe("again");
});

it("falls silent without closing, and cuts what was silent when it heals", async () => {
  const socket = await call();
  await ask(socket, "one");
  proxy.fallSilent();
  socket.write("into nothing");
  const late = await call();
  late.write("into nothing, too");
  const closed = Promise.all([end(socket), end(late)]);
  proxy.heal();
  await closed;
  expect(heard).toEqual(["one"]);
});

it("slows down to so many bytes a second", async () => {
  const socket = await call();
  proxy.slowTo(50_000);
  const began = performance.now();
  const until = async (bytes: number): Promise<void> => {
    while (socket.bytesRead < bytes) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  socket.resume();
  socket.write(Buffer.alloc(20_000));
  await until(20_000);
  socket.write("more");
  await until(20_004);
  expect(performance.now() - began).toBeGreaterThan(200);
});

it("holds nothing back any more once it has healed", async () => {
  const socket = await call();
  proxy.slowTo(1);
  const answer = ask(socket, "an hour's worth at this pace".repeat(128));
  while (proxy.heldBackMs === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  proxy.heal();
  expect(await answer).toContain("an hour's worth");
  expect(await ask(socket, "more")).toBe("more");
});
