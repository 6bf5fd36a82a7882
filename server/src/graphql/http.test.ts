import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../server.js";
import { LIMITS } from "./limits.js";
import { post } from "./testing/callers.js";
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

const ask = { query: "{ serverTime }" };
const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

describe("pages that may call", () => {
  it.each([
    ["our own", () => `http://127.0.0.1:${server.port}`],
    ["our public address", () => "https://ordskifte.example"],
    ["a friend's", () => "https://friend.example"],
  ])("%s", async (_, origin) => {
    expect((await post({ ...server, headers: { origin: origin() } }, ask)).status).toBe(200);
  });

  it.each([
    "https://evil.example",
    "null",
    "http://ordskifte.example",
    "https://ordskifte.example.evil.example",
    "x",
  ])("not %s", async (origin) => {
    const response = await post({ ...server, headers: { origin } }, ask);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({
      errors: [{ message: "Pages from there may not call.", extensions: { code: "FORBIDDEN_ORIGIN" } }],
    });
  });

  it("gives no other page leave to read the answer", async () => {
    const response = await post({ ...server, headers: { origin: "https://friend.example" } }, ask);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a write that names its person", () => {
  const asCaller = async (named: string, token: string): Promise<[number, unknown]> => {
    const headers = { "x-ordskifte-caller": named, authorization: `Bearer ${token}` };
    const response = await post({ ...server, headers }, ask);
    const { errors } = (await response.json()) as { errors?: readonly { extensions: unknown }[] };
    return [response.status, errors?.[0]?.extensions];
  };

  it("is taken from that person only", async () => {
    const { app } = server;
    const [kari, ola] = [await addPerson(app, "Kari"), await addPerson(app, "Ola")];
    const { token } = await app.identity.startSession(ola);
    const refused = [409, { code: "OTHER_CALLER" }];
    expect(await asCaller(ola, token)).toEqual([200, undefined]);
    expect(await asCaller(kari, token)).toEqual(refused);
    expect(await asCaller(kari, "nobody's")).toEqual(refused);
  });
});

const SECRET = "hunter2";

describe("what is no GraphQL over HTTP", () => {
  it.each<[string, number, Record<string, string>, unknown]>([
    ["no JSON", 400, {}, `{ ${SECRET}`],
    ["no document", 400, {}, { question: SECRET }],
    ["a document that is no text", 400, {}, { query: [SECRET] }],
    ["variables that are no object", 400, {}, { ...ask, variables: SECRET }],
    ["a list of requests", 400, {}, [ask, ask]],
    ["null", 400, {}, "null"],
    ["nothing", 400, {}, ""],
    ["text", 415, { "content-type": "text/plain" }, JSON.stringify(ask)],
    ["a form", 415, { "content-type": "application/x-www-form-urlencoded" }, `query=${SECRET}`],
    ["a hash that is none", 400, {}, { extensions: { persistedQuery: { version: 1, sha256Hash: SECRET } } }],
    ["a subscription", 400, {}, { query: "subscription { nothing }" }],
  ])("%s", async (_, status, headers, body) => {
    const response = await post({ ...server, headers }, body);
    const text = await response.text();
    expect([response.status, text]).toEqual([
      status,
      expect.stringMatching(/^\{"errors":\[\{"message":"[^"]+"/),
    ]);
    expect(text).not.toMatch(/hunter2|INTERNAL|stack|node_modules|Fastify|Apollo/);
  });

  it("a body that is too big", async () => {
    const response = await post(server, { ...ask, variables: { text: "x".repeat(LIMITS.messageBytes) } });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "OVER_LIMIT" } }] });
  });

  it("GET, by which no page could be kept from asking", async () => {
    expect((await get(`/graphql?query=${encodeURIComponent(ask.query)}`)).status).toBe(404);
  });
});

describe("an error that nobody foresaw", () => {
  it("is answered with an id and nothing else, on an answer that is not remembered", async () => {
    const broken = await startTestServer();
    await broken.app.pool.query("ALTER TABLE session RENAME TO no_session");
    const response = await post({ ...broken, token: "A".repeat(43) }, ask);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        {
          message: "Something went wrong here.",
          extensions: { code: "INTERNAL", id: expect.stringMatching(/^[\da-f-]{36}$/) as string },
        },
      ],
    });
    expect(text).not.toMatch(/session|relation|select/i);
    await broken.stop();
  });
});

describe("for whoever watches over the node", () => {
  it("tells that the node lives, is ready, and what it has counted", async () => {
    await post(server, ask);
    expect(await (await get("/healthz")).text()).toBe("ok\n");
    expect((await get("/readyz")).status).toBe(200);
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toMatch(/^ordskifte_operations_total\{transport="http",kind="query"\} [1-9]/m);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });
});

describe("headers", () => {
  it("let nobody on the way remember an answer", async () => {
    for (const body of [ask, "{ broken", { query: "{ nothingLikeIt }" }])
      expect((await post(server, body)).headers.get("cache-control")).toBe("no-store");
  });

  it("let a page run nothing but what came from here", async () => {
    const { headers } = await get("/healthz");
    expect(headers.get("content-security-policy")).toMatch(
      /default-src 'self';script-src 'self';style-src 'self';/,
    );
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("permissions-policy")).toMatch(/camera=\(\), microphone=\(\)/);
  });
});
