import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../server.js";
import { LIMITS, overLimit } from "./limits.js";
import { type Answered, askOverHttp, askOverSocket, openRaw, post } from "./testing/callers.js";
import { startTestServer } from "./testing/test-server.js";
import { clientManifest } from "./trusted-documents.js";

const TIME = { serverTime: expect.stringMatching(/^20\d\d-/) as string };
const OWN = "query OfMine { serverTime }";
const manifest = clientManifest();
const [timeHash, timeText] = [...manifest].find(([, text]) => text.startsWith("query ServerTime")) as [
  string,
  string,
];

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer({ freeForm: false });
});
afterAll(() => server.stop());

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What a node of another version has left. */
const offerAsAnother = async (text: string): Promise<string> => {
  const hash = sha256(text);
  await server.app.pool.query("INSERT INTO trusted_document VALUES ($1, $2, now())", [hash, text]);
  return hash;
};

const rawly = async (payload: object): Promise<Answered> => {
  const raw = await openRaw(server.port);
  raw.say({ type: "connection_init" });
  await raw.next();
  raw.say({ type: "subscribe", id: "1", payload });
  const { type, payload: told } = await raw.next();
  raw.socket.close();
  return (type === "error" ? { errors: told } : told) as Answered;
};

/** The same, asked over both transports; what they answer must be the same. */
const onBoth = async (asked: {
  query?: string;
  documentId?: string;
  extensions?: object;
}): Promise<Answered> => {
  const http = (await (await post(server, asked)).json()) as Answered;
  const socket = await rawly({ query: "", ...asked });
  expect(socket.errors).toEqual(http.errors);
  expect(Object.keys(socket.data ?? {})).toEqual(Object.keys(http.data ?? {}));
  return http;
};

const persisted = (sha256Hash: string): object => ({ persistedQuery: { version: 1, sha256Hash } });
const refusedWith = (code: string): object => ({
  errors: [{ message: expect.any(String), extensions: { code } }],
});

describe("a document that our client asks", () => {
  it.each([
    ["as Apollo's clients ask", { extensions: persisted(timeHash) }],
    ["by its id", { documentId: `sha256:${timeHash}` }],
    ["by its id without the kind of hash", { documentId: timeHash }],
    ["by its hash with a text beside it, which is not read", { query: OWN, extensions: persisted(timeHash) }],
    ["in full", { query: timeText }],
  ])("is answered on both transports, %s", async (_, asked) => {
    expect((await onBoth(asked)).data).toMatchObject(TIME);
  });

  it("passes the same limits as any other, each of them", async () => {
    for (const [hash, text] of manifest) {
      expect(sha256(text)).toBe(hash);
      const { errors } = await askOverHttp(server, { query: text });
      const codes = (errors ?? []).map(({ extensions }) => extensions?.["code"]);
      // Asked without variables and by nobody, and over HTTP, where no feed is answered.
      expect(
        codes.filter((code) => !["BAD_INPUT", "BAD_REQUEST", "UNAUTHENTICATED"].includes(String(code))),
      ).toEqual([]);
    }
  });
});

describe("a document that nobody's client asks", () => {
  it.each([
    ["a text", { query: OWN }, "DOCUMENT_NOT_TRUSTED"],
    ["a hash", { documentId: sha256(OWN) }, "PERSISTED_QUERY_NOT_FOUND"],
    ["a hash with its text", { query: OWN, extensions: persisted(sha256(OWN)) }, "PERSISTED_QUERY_NOT_FOUND"],
    ["what is no hash", { documentId: "../../etc/passwd" }, "PERSISTED_QUERY_NOT_FOUND"],
    ["what is no document", { query: "{" }, "DOCUMENT_NOT_TRUSTED"],
  ])("is refused on both transports: %s", async (_, asked, code) => {
    expect(await onBoth(asked)).toEqual(refusedWith(code));
  });

  it("is answered where the operator allows it, also by a client that sends the text when the hash is not known", async () => {
    const free = await startTestServer({ freeForm: true });
    const asked = { query: OWN, extensions: persisted(sha256(OWN)) };
    expect(await askOverHttp(free, asked)).toMatchObject({ data: TIME });
    expect(await askOverSocket(free, asked)).toMatchObject({ data: TIME });
    await free.stop();
  });
});

describe("a document of another version's client", () => {
  it("is answered by its hash, since that version's nodes have offered it", async () => {
    const documentId = await offerAsAnother("query OfNewPage { serverTime }");
    expect((await onBoth({ documentId })).data).toMatchObject(TIME);
  });

  it("is under the same limits", async () => {
    const documentId = await offerAsAnother(`{ ${"serverTime ".repeat(LIMITS.rootFields + 1)}}`);
    const error = { message: overLimit("rootFields").message, extensions: { code: "OVER_LIMIT" } };
    expect(await onBoth({ documentId })).toEqual({ errors: [error] });
  });

  it("that this version's schema does not have is told as such", async () => {
    const documentId = await offerAsAnother("{ serverTimeOfOldDays }");
    expect((await onBoth({ documentId })).errors?.[0]?.extensions).toEqual({
      code: "GRAPHQL_VALIDATION_FAILED",
    });
  });
});
