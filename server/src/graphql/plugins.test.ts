import type { ApolloServerPlugin } from "@apollo/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forbidden } from "../kernel/errors.js";
import type { Context } from "../modules/context.js";
import type { RunningServer } from "../server.js";
import { askOverHttp, askOverSocket, type Answered, type Asked, type Caller } from "./testing/callers.js";
import { addPerson } from "./testing/people.js";
import { startTestServer } from "./testing/test-server.js";

/** What a plugin was told, in order. */
let heard: string[] = [];

const listening: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    const note = (hook: string): void => void heard.push(hook);
    note(`requestDidStart by ${contextValue.actor ? "somebody" : "nobody"}`);
    return {
      didResolveSource: async () => note("didResolveSource"),
      async didResolveOperation({ operation, operationName, request }) {
        note(
          `didResolveOperation: ${operation?.operation} ${operationName} ${JSON.stringify(request.variables ?? {})}`,
        );
        if (operationName === "Unwanted") throw forbidden();
        if (operationName === "Broken") throw new Error("The plugin's own words.");
      },
      didEncounterErrors: async ({ errors }) => note(`didEncounterErrors: ${errors.length}`),
      responseForOperation: async () => (note("responseForOperation"), null),
      async executionDidStart() {
        note("executionDidStart");
        return {
          willResolveField: ({ info }) => note(`willResolveField: ${info.parentType.name}.${info.fieldName}`),
          executionDidEnd: async () => note("executionDidEnd"),
        };
      },
      willSendResponse: async () => note("willSendResponse"),
    };
  },
};

let server: RunningServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer({}, { plugins: [listening] });
  token = (await server.app.identity.startSession(await addPerson(server.app, "Kari"))).token;
});
afterAll(() => server.stop());
beforeEach(() => (heard = []));

type Ask = (caller: Caller, asked: Asked) => Promise<Answered>;

const toldOf = async (ask: Ask, asked: Asked): Promise<{ answer: Answered; told: string[] }> => {
  heard = [];
  const answer = await ask({ port: server.port, token }, asked);
  return { answer, told: heard };
};

const OPERATIONS: readonly Asked[] = [
  { query: "query Clock { serverTime }" },
  { query: "query Door($code: String!) { door(code: $code) { __typename } }", variables: { code: "NOBODY" } },
  { query: 'query Fails { board(id: "x") { id } }' },
  { query: "query Unwanted { serverTime }" },
  { query: "query Broken { serverTime }" },
  { query: "mutation Sign($id: ID!) { signalWriting(boardId: $id) }", variables: { id: "x" } },
];

describe("Apollo's plugins are told the same of an operation over both transports, and it is answered the same", () => {
  it.each(OPERATIONS)("$query", async (asked) => {
    // The first to come is parsed and validated; each Apollo remembers documents for itself.
    const overHttp = await toldOf(askOverHttp, asked);
    const overSocket = await toldOf(askOverSocket, asked);
    expect(overHttp.told).toContain("requestDidStart by somebody");
    expect(overHttp.told).toContain("willSendResponse");
    expect(overSocket.told).toEqual(overHttp.told);
    expect(codesOf(overSocket.answer)).toEqual(codesOf(overHttp.answer));
    if (codesOf(overHttp.answer).length === 0)
      expect(Object.keys(overSocket.answer.data ?? {})).toEqual(Object.keys(overHttp.answer.data ?? {}));
  });
});

const codesOf = ({ errors = [] }: Answered): unknown[] =>
  errors.map(({ extensions }) => extensions?.["code"]);

describe("a subscription", () => {
  const feed = (name: string): Asked => ({
    query: `subscription ${name} { boardFeed(boardId: "019aa5b2-9e9e-7e9e-8e9e-0123456789ab") { __typename } }`,
  });

  it("is told to plugins when it begins", async () => {
    const { told, answer } = await toldOf(askOverSocket, feed("Follow"));
    expect(told).toEqual([
      "requestDidStart by somebody",
      "didResolveSource",
      "didResolveOperation: subscription Follow {}",
      "willSendResponse",
    ]);
    expect(codesOf(answer)).toEqual(["NOT_FOUND"]);
  });

  it("does not begin where a plugin refuses it", async () => {
    const { answer } = await toldOf(askOverSocket, feed("Unwanted"));
    expect(codesOf(answer)).toEqual(["FORBIDDEN"]);
  });
});

it("what the door refuses no plugin sees, over either", async () => {
  const asked = { query: "{ nothing }" };
  for (const ask of [askOverHttp, askOverSocket]) {
    const { told, answer } = await toldOf(ask, asked);
    expect(told).toEqual([]);
    expect(codesOf(answer)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  }
});
