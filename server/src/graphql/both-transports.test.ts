import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../server.js";
import { type Limit, LIMITS, overLimit } from "./limits.js";
import { type Asked, askOverHttp, askOverSocket } from "./testing/callers.js";
import { startTestServer } from "./testing/test-server.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer({ introspection: false });
});
afterAll(() => server.stop());

const times = (count: number, write: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => write(number)).join(" ");

/** Inside a type, so that the limit for root fields is not met first. */
const names = (aliases: number): string =>
  `{ viewer { person { ${times(aliases, (n) => `a${n}: name`)} } } }`;
const nested = (depth: number): string =>
  `${"{ viewer ".repeat(depth - 1)}{ serverTime }${"}".repeat(depth - 1)}`;
const SECRET = "hunter2-æøå";

const coded = (code: string): object => expect.objectContaining({ extensions: { code } }) as object;
const over = (limit: Limit): object => ({
  message: overLimit(limit).message,
  extensions: { code: "OVER_LIMIT" },
});
const INVALID = coded("GRAPHQL_VALIDATION_FAILED");

const refused: [name: string, asked: Asked, error: object][] = [
  ["too deep", { query: nested(LIMITS.depth + 1) }, over("depth")],
  ["too many aliases", { query: names(LIMITS.aliases + 1) }, over("aliases")],
  [
    "too many root fields",
    { query: `{ ${"serverTime ".repeat(LIMITS.rootFields + 1)}}` },
    over("rootFields"),
  ],
  [
    "root fields in fragments",
    { query: `{ ...f ...f } fragment f on Query { ${"serverTime ".repeat(LIMITS.rootFields)}}` },
    over("rootFields"),
  ],
  [
    "too many directives",
    { query: `{ serverTime ${"@skip(if: false) ".repeat(LIMITS.directives + 1)}}` },
    over("directives"),
  ],
  [
    "directives on the operation",
    { query: `query ${"@a ".repeat(LIMITS.directives + 1)}{ serverTime }` },
    over("directives"),
  ],
  [
    "directives on variables",
    { query: `query ($a: Int ${"@a ".repeat(LIMITS.directives + 1)}) { serverTime }` },
    over("directives"),
  ],
  [
    "too many operations",
    { query: times(LIMITS.operations + 1, (n) => `query q${n} { serverTime }`), operationName: "q0" },
    over("operations"),
  ],
  ["too many tokens", { query: `{ ${"id ".repeat(LIMITS.tokens)}}` }, over("tokens")],
  [
    "a document too big",
    { query: `{ serverTime } #${"x".repeat(LIMITS.documentBytes)}` },
    over("documentBytes"),
  ],
  [
    "big in bytes, not in letters",
    { query: `{ serverTime } #${"å".repeat(LIMITS.documentBytes / 2)}` },
    over("documentBytes"),
  ],
  [
    "fragments that double",
    {
      query: `{ viewer { ...f0 } } ${times(40, (n) => `fragment f${n} on Viewer { ...f${n + 1} ...f${n + 1} }`)} fragment f40 on Viewer { person { name } }`,
    },
    over("fields"),
  ],
  [
    "an unused fragment too deep",
    { query: `{ serverTime } fragment f on Query ${nested(LIMITS.depth + 1)}` },
    over("depth"),
  ],
  ["fragments in a circle", { query: "{ ...f } fragment f on Query { ...f }" }, INVALID],
  ["an unknown field", { query: "{ serverTim }" }, INVALID],
  ["an unknown argument", { query: `{ serverTime(of: "${SECRET}") }` }, INVALID],
  [
    "a wrong literal",
    { query: `mutation { signOut(input: { clientMutationId: "${SECRET}" }) { clientMutationId } }` },
    INVALID,
  ],
  ["introspection", { query: "{ __schema { types { name } } }" }, INVALID],
  ["no syntax", { query: `{ ${SECRET}` }, coded("GRAPHQL_PARSE_FAILED")],
  ["no operation", { query: "fragment f on Query { serverTime }" }, INVALID],
  [
    "an operation that is not there",
    { query: "query q { serverTime }", operationName: SECRET },
    coded("BAD_INPUT"),
  ],
  ["a choice not made", { query: "query a { serverTime } query b { serverTime }" }, coded("BAD_INPUT")],
  [
    "a variable of a wrong type",
    {
      query: "mutation ($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }",
      variables: { input: { clientMutationId: SECRET } },
    },
    coded("BAD_INPUT"),
  ],
  [
    "a variable that is missing",
    { query: "mutation ($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }" },
    coded("BAD_INPUT"),
  ],
  [
    "somebody who is nobody",
    {
      query:
        'mutation { signOut(input: { clientMutationId: "019aa5b2-9e9e-7e9e-8e9e-0123456789ab" }) { clientMutationId } }',
    },
    coded("UNAUTHENTICATED"),
  ],
];

describe("the same refusals over HTTP and the socket", () => {
  it.each(refused)("%s", async (_, asked, error) => {
    const [http, socket] = [await askOverHttp(server, asked), await askOverSocket(server, asked)];
    expect(http.errors).toContainEqual(error);
    expect(socket.errors).toEqual(http.errors);
    expect(JSON.stringify([http, socket])).not.toMatch(/hunter2|Did you mean|serverTim\b|SignOutInput|stack/);
  });
});

const accepted: [name: string, query: string][] = [
  ["as many aliases as may be", names(LIMITS.aliases)],
  ["as many root fields as may be", `{ ${"serverTime ".repeat(LIMITS.rootFields)}}`],
  [
    "as many directives as may be",
    `{ viewer { ${times(LIMITS.directives, () => "person @skip(if: false) { id }")} } }`,
  ],
  ["as many bytes as may be", `{ viewer { person { id } } } #`.padEnd(LIMITS.documentBytes, "x")],
];

describe("the same answers over HTTP and the socket", () => {
  it.each(accepted)("%s", async (_, query) => {
    const [http, socket] = [await askOverHttp(server, { query }), await askOverSocket(server, { query })];
    expect(http.errors).toBeUndefined();
    expect(socket.errors).toBeUndefined();
    expect(Object.keys(http.data ?? {})).toEqual(Object.keys(socket.data ?? {}));
  });
});
