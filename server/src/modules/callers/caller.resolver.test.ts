import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, askOverHttp, askOverSocket, openRaw, post } from "../../graphql/testing/callers.js";
import { addPerson } from "../../graphql/testing/people.js";
import { startTestServer } from "../../graphql/testing/test-server.js";
import { hashToken, newToken } from "../../identity/token.js";
import { newId } from "../../kernel/ids.js";
import type { RunningServer } from "../../server.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const VIEWER = "{ viewer { person { name } } }";
const REDEEM = `mutation ($input: RedeemSignInLinkInput!) {
  redeemSignInLink(input: $input) { __typename ... on SignedIn { person { name } token } }
}`;
const SIGN_OUT = "mutation ($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }";

const redeeming = (token: string, wantsToken: boolean) => ({
  query: REDEEM,
  variables: { input: { clientMutationId: randomUUID(), token, wantsToken } },
});
const signingOut = () => ({ query: SIGN_OUT, variables: { input: { clientMutationId: randomUUID() } } });

const linkFor = async (name: string, hours = 1): Promise<string> =>
  (await server.app.identity.createSignInLink(await addPerson(server.app, name), hours)).token;
const sessionFor = async (name: string): Promise<string> =>
  (await server.app.identity.startSession(await addPerson(server.app, name))).token;

const named = (name: string): object => ({ data: { viewer: { person: { name } } } });
const nobody = { data: { viewer: { person: null } } };
const redeemed = ({ data }: Answered): Record<string, string> =>
  (data as { redeemSignInLink: Record<string, string> }).redeemSignInLink;
const expired = { data: { redeemSignInLink: { __typename: "LinkExpired" } } };

describe("a one-time link", () => {
  it("signs a browser in by a cookie that scripts cannot read", async () => {
    const response = await post(server, redeeming(await linkFor("Kari"), false));
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^ordskifte=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await response.json()).toMatchObject({
      data: { redeemSignInLink: { person: { name: "Kari" }, token: null } },
    });
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    expect(await askOverHttp({ ...server, headers }, { query: VIEWER })).toEqual(named("Kari"));
    expect(await askOverSocket({ ...server, headers }, { query: VIEWER })).toEqual(named("Kari"));
  });

  it("signs a program in by a token, over the socket too, and sets no cookie", async () => {
    const response = await post(server, redeeming(await linkFor("Liv"), true));
    expect(response.headers.get("set-cookie")).toBeNull();
    const overHttp = (await response.json()) as Answered;
    const overSocket = await askOverSocket(server, redeeming(await linkFor("Liv"), true));
    const tokens = [overHttp, overSocket].map((answer) => redeemed(answer)["token"]);
    for (const token of tokens) {
      expect(await askOverHttp({ ...server, token }, { query: VIEWER })).toEqual(named("Liv"));
      expect(await askOverSocket({ ...server, token }, { query: VIEWER })).toEqual(named("Liv"));
    }
  });

  it("works once, also for two who come at the same time", async () => {
    const token = await linkFor("Ola");
    const answers = await Promise.all([1, 2, 3, 4].map(() => askOverHttp(server, redeeming(token, true))));
    const types = answers.map((answer) => redeemed(answer)["__typename"]);
    expect(types.filter((type) => type === "SignedIn")).toHaveLength(1);
    expect(types.filter((type) => type === "LinkExpired")).toHaveLength(3);
  });

  it("is not used up by a socket that wants a cookie", async () => {
    const token = await linkFor("Siri");
    const answer = await askOverSocket(server, redeeming(token, false));
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "BAD_INPUT" });
    expect(await askOverHttp(server, redeeming(token, true))).toMatchObject({
      data: { redeemSignInLink: { person: { name: "Siri" } } },
    });
  });

  it.each(["", "x", "<script>alert(1)</script>", "' OR 1=1 --", "A".repeat(43), "A".repeat(5_000)])(
    "that was never made is refused: %.20s",
    async (token) => {
      expect(await askOverHttp(server, redeeming(token, true))).toEqual(expired);
    },
  );

  it("that is too old is refused", async () => {
    expect(await askOverHttp(server, redeeming(await linkFor("Per", 0), true))).toEqual(expired);
  });
});

describe("a session", () => {
  it("is what is stored of it: no token", async () => {
    const token = await sessionFor("Anne");
    const { rows } = await server.app.pool.query(
      "SELECT encode(token_hash, 'escape') AS hash, * FROM session",
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("ends at once for HTTP and for sockets that were open, and forgets the cookie", async () => {
    const token = await sessionFor("Nils");
    const other = await sessionFor("Berit");
    const [mine, theirs] = [await openRaw(server.port), await openRaw(server.port)];
    mine.say({ type: "connection_init", payload: { token } });
    theirs.say({ type: "connection_init", payload: { token: other } });
    expect([(await mine.next()).type, (await theirs.next()).type]).toEqual([
      "connection_ack",
      "connection_ack",
    ]);

    const response = await post({ ...server, headers: { cookie: `ordskifte=${token}` } }, signingOut());
    expect(response.headers.get("set-cookie")).toMatch(/^ordskifte=; .*Expires=Thu, 01 Jan 1970/);
    expect(await mine.closed).toBe(4401);
    expect(await askOverHttp({ ...server, token }, { query: VIEWER })).toEqual(nobody);
    theirs.say({ type: "subscribe", id: "1", payload: { query: VIEWER } });
    expect((await theirs.next()).payload).toEqual(named("Berit"));
    theirs.socket.close();
  });

  it("may be ended over the socket, which is answered before it is closed", async () => {
    const token = await sessionFor("Tor");
    const raw = await openRaw(server.port);
    raw.say({ type: "connection_init", payload: { token } });
    await raw.next();
    raw.say({ type: "subscribe", id: "1", payload: signingOut() });
    expect(await raw.next()).toMatchObject({ type: "next", payload: { data: { signOut: {} } } });
    expect(await raw.closed).toBe(4401);
  });

  it("that is too old is nobody's", async () => {
    const token = newToken();
    const personId = await addPerson(server.app, "Eva");
    await server.app.pool.query(
      `INSERT INTO session (id, token_hash, person_id, created_at, expires_at)
       VALUES ($1, $2, $3, now() - interval '400 days', now() - interval '1 second')`,
      [newId(), hashToken(token), personId],
    );
    expect(await askOverHttp({ ...server, token }, { query: VIEWER })).toEqual(nobody);
  });

  it.each(["", "Bearer", "Bearer x", "Basic abc", `Bearer ${"A".repeat(43)}`])(
    "is not started by the header %s",
    async (authorization) => {
      expect(await askOverHttp({ ...server, headers: { authorization } }, { query: VIEWER })).toEqual(nobody);
    },
  );
});

describe("guessing", () => {
  it("is stopped after very many wrong codes from one address, which links are not: nobody guesses them", async () => {
    const guessed = await startTestServer();
    const right = (await guessed.app.identity.createSignInLink(await addPerson(guessed.app, "Gro"), 1)).token;
    for (let wrong = 0; wrong < 300; wrong += 1) guessed.app.guesses.missed("127.0.0.1");
    const door = await askOverHttp(guessed, { query: '{ door(code: "ABCDEF") { __typename } }' });
    expect(door.errors?.[0]?.extensions).toEqual({ code: "TOO_MANY_GUESSES" });
    const answer = await askOverHttp(guessed, redeeming(right, true));
    expect(answer).toMatchObject({ data: { redeemSignInLink: { __typename: "SignedIn" } } });
    await guessed.stop();
  });
});

describe("the cookie", () => {
  it("is only for HTTPS where people come by HTTPS", async () => {
    const secure = await startTestServer({ publicUrl: "https://ordskifte.example" });
    const { token } = await secure.app.identity.createSignInLink(await addPerson(secure.app, "Kari"), 1);
    const response = await post(secure, redeeming(token, false));
    expect(response.headers.get("set-cookie")).toMatch(/; Secure;/);
    expect(response.headers.get("strict-transport-security")).toMatch(/max-age=/);
    await secure.stop();
  });
});
