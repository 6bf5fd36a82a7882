import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ServerTimeDocument, ServerTimeId } from "@ordskifte/schema";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeApollo } from "./apollo.js";
import { failureOf, isOutdated } from "./errors.js";

let server: Server;
let bodies: unknown[] = [];
let answer: { status: number; body: unknown };

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((text) => {
      bodies.push(JSON.parse(text));
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(() => (bodies = []));

const ask = () => {
  const client = makeApollo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return client.query({ query: ServerTimeDocument, fetchPolicy: "no-cache" });
};

it("asks by hash, and never sends a document's text", async () => {
  answer = { status: 200, body: { data: { __typename: "Query", serverTime: "2026-11-22T08:00:00.000Z" } } };
  expect((await ask()).data).toMatchObject({ serverTime: "2026-11-22T08:00:00.000Z" });
  const sha256Hash = ServerTimeId.replace("sha256:", "");
  expect(bodies).toEqual([
    {
      operationName: "ServerTime",
      variables: {},
      extensions: expect.objectContaining({ persistedQuery: { version: 1, sha256Hash } }) as object,
    },
  ]);
});

it("takes a server that does not know the hash for one of another version: what waits goes on waiting", async () => {
  const errors = [{ message: "…", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }];
  for (const status of [200, 400]) {
    answer = { status, body: { errors } };
    const error: unknown = await ask().catch((problem: unknown) => problem);
    expect([isOutdated(error), failureOf(error)]).toEqual([true, { kind: "unreachable" }]);
  }
});
