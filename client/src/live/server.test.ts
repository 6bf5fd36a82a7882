import { createServer, type IncomingMessage, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ErrorCode, ServerTimeDocument, ServerTimeId } from "@ordskifte/schema";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { failureOf } from "./errors.js";
import { Server } from "./server.js";

let http: HttpServer;
let bodies: unknown[] = [];
let answer: { status: number; body: unknown };

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

beforeAll(async () => {
  http = createServer((request, response) => {
    void textOf(request).then((text) => {
      bodies.push(JSON.parse(text));
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
});
afterAll(() => http.close());
beforeEach(() => (bodies = []));

const ask = () =>
  new Server(`http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`).ask(ServerTimeDocument, {});
const problemOf = async (status: number, body: unknown) => {
  answer = { status, body };
  return failureOf(await ask().catch((problem: unknown) => problem));
};
const coded = (code: ErrorCode) => ({ errors: [{ message: "…", extensions: { code } }] });

it("asks by hash, and never sends a document's text", async () => {
  answer = { status: 200, body: { data: { __typename: "Query", serverTime: "2026-11-22T08:00:00.000Z" } } };
  expect(await ask()).toMatchObject({ serverTime: "2026-11-22T08:00:00.000Z" });
  expect(bodies).toEqual([{ documentId: ServerTimeId, variables: {} }]);
});

it("takes a server that does not know the hash for one of another version: what waits goes on waiting", async () => {
  for (const status of [200, 400])
    expect(await problemOf(status, coded("PERSISTED_QUERY_NOT_FOUND"))).toEqual({ kind: "unreachable" });
});

it("tells what will pass from what will not", async () => {
  expect(await problemOf(200, coded("NOT_FOUND"))).toEqual({ kind: "rejected", code: "NOT_FOUND" });
  expect(await problemOf(401, coded("UNAUTHENTICATED"))).toEqual({
    kind: "rejected",
    code: "UNAUTHENTICATED",
  });
  expect(await problemOf(200, coded("INTERNAL"))).toEqual({ kind: "trouble" });
  expect(await problemOf(200, coded("UNAVAILABLE"))).toEqual({ kind: "unreachable" });
  const tooMuch = { code: "TOO_MANY_WRITES" satisfies ErrorCode, retryAfterMs: 700 };
  const held = { errors: [{ message: "…", extensions: tooMuch }] };
  expect(await problemOf(200, held)).toEqual({ kind: "busy", afterMs: 700 });
  expect(await problemOf(503, coded("NOT_FOUND"))).toEqual({ kind: "unreachable" });
  expect(await problemOf(403, "no")).toEqual({ kind: "rejected", code: "HTTP_403" });
});

it("does not take the page of a net that wants to be agreed with for an answer", async () => {
  expect(await problemOf(200, "<html>")).toEqual({ kind: "unreachable" });
});

it("gives every question an end, so that none is waited for whose answer was lost", async () => {
  let signal: unknown;
  const server = new Server("http://localhost/graphql", (_, request) => {
    signal = request.signal;
    return Promise.resolve({ status: 200, text: () => Promise.resolve('{"data":{}}') });
  });
  await server.ask(ServerTimeDocument, {});
  expect(signal).toBeInstanceOf(AbortSignal);
});
