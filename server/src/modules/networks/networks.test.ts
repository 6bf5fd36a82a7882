import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomUUID } from "node:crypto";
import { askOverHttp, type Answered, type Caller } from "../../graphql/testing/callers.js";
import { startTestServer } from "../../graphql/testing/test-server.js";
import type { Actor } from "../../identity/actor.js";
import type { RunningServer } from "../../server.js";
import { World } from "../../testing/world.js";
import { Membership, NetworkRole } from "./membership.entity.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const NETWORK = `query ($id: ID!, $first: Int, $after: String) { network(id: $id) { id name viewerRole units { name }
  members(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { role unit { name } person { name } } } } } }`;
const ADD_UNIT = `mutation ($input: AddUnitInput!) { addUnit(input: $input) { __typename
  ... on NetworkWritten { unit { id name kind } network { units { name } } } ... on InputRejected { field problem } } }`;
const SET_KIND = `mutation ($input: SetUnitKindInput!) { setUnitKind(input: $input) { __typename
  ... on NetworkWritten { unit { name kind } } } }`;
const ADD_MEMBER = `mutation ($input: AddMemberInput!) { addMember(input: $input) { __typename
  ... on NetworkWritten { network { members { edges { node { role unit { name } person { name } } } } } } ... on InputRejected { field problem } } }`;
const LINK = `mutation ($input: CreateSignInLinkInput!) { createSignInLink(input: $input) { ... on NetworkWritten { signInLink { url expiresAt } } } }`;
const REDEEM = `mutation ($input: RedeemSignInLinkInput!) { redeemSignInLink(input: $input) { __typename ... on SignedIn { person { name } } } }`;

type Fields = Record<string, unknown>;

const ask = (caller: Caller, query: string, variables: Fields): Promise<Answered> =>
  askOverHttp(caller, { query, variables });
const write = (caller: Caller, query: string, input: Fields): Promise<Answered> =>
  ask(caller, query, { input: { clientMutationId: randomUUID(), ...input } });
const codeOf = ({ errors }: Answered): unknown => errors?.[0]?.extensions?.["code"];
const field = ({ data, errors }: Answered, name: string): Fields => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Fields;
};

const roles = { owner: NetworkRole.OWNER, leader: NetworkRole.LEADER, member: NetworkRole.MEMBER } as const;
type Who = keyof typeof roles | "stranger";

/** A network with somebody in each role, and somebody in none. */
const gathered = async () => {
  const world = await World.create(server.app.source);
  const callers = new Map<Who, Caller>();
  const memberships = new Map<Who, string>();
  const sign = async (who: Who, { personId }: Actor): Promise<void> => {
    callers.set(who, { port: server.port, token: (await server.app.identity.startSession(personId)).token });
    const membership = await server.app.source.manager.findOneBy(Membership, { personId });
    if (membership) memberships.set(who, membership.id);
  };
  for (const [who, role] of Object.entries(roles)) await sign(who as Who, await world.addMember(role));
  await sign("stranger", await world.addPerson());
  const as = (who: Who): Caller => callers.get(who) as Caller;
  return { world, as, membershipOf: (who: Who) => memberships.get(who) as string };
};

const unit = { name: "Åsen skole", municipality: "Lysnes", kind: "SCHOOL" };

describe("a network", () => {
  it("is for its members, with its units in the order of Norwegian names", async () => {
    const { world, as } = await gathered();
    const id = world.network.id;
    await write(as("leader"), ADD_UNIT, { networkId: id, unit });
    const seen = field(await ask(as("member"), NETWORK, { id }), "network");
    expect(seen).toMatchObject({ name: "Ytre Kyst", viewerRole: "MEMBER", members: { totalCount: 3 } });
    const names = ["Fjæra barnehage", "Nordkyst universitet", "Skarvfjord skole", "Åsen skole"];
    expect(seen["units"]).toEqual(names.map((name) => ({ name })));
    for (const other of [id, randomUUID(), "nonsense"]) {
      expect(codeOf(await ask(as("stranger"), NETWORK, { id: other }))).toBe("NOT_FOUND");
    }
    expect(codeOf(await ask(server, NETWORK, { id }))).toBe("UNAUTHENTICATED");
  });

  it("shows its members a page at a time", async () => {
    const { world, as } = await gathered();
    const page = async (after: unknown): Promise<Fields> =>
      field(await ask(as("member"), NETWORK, { id: world.network.id, first: 2, after }), "network")[
        "members"
      ] as Fields;
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await page((first["pageInfo"] as Fields)["endCursor"]);
    expect(rest["pageInfo"]).toMatchObject({ hasNextPage: false });
    expect([...(first["edges"] as []), ...(rest["edges"] as [])]).toHaveLength(3);
  });

  it.each([{ first: 0 }, { first: 201 }, { first: -1 }, { after: "' OR 1=1" }])(
    "has no page %j",
    async (range) => {
      const { world, as } = await gathered();
      expect(codeOf(await ask(as("member"), NETWORK, { id: world.network.id, ...range }))).toBe("BAD_INPUT");
    },
  );
});

describe("adding to a network", () => {
  it("a unit twice gives the one that is there", async () => {
    const { world, as } = await gathered();
    const add = async () =>
      field(await write(as("leader"), ADD_UNIT, { networkId: world.network.id, unit }), "addUnit")["unit"];
    expect(await add()).toEqual(await add());
  });

  it.each([
    [{ ...unit, name: " " }, "unit.name", "EMPTY"],
    [{ ...unit, name: "x".repeat(81) }, "unit.name", "TOO_LONG"],
    [{ ...unit, municipality: "x".repeat(61) }, "unit.municipality", "TOO_LONG"],
  ])("%j is refused", async (wrong, name, problem) => {
    const { world, as } = await gathered();
    const answer = field(
      await write(as("leader"), ADD_UNIT, { networkId: world.network.id, unit: wrong }),
      "addUnit",
    );
    expect(answer).toEqual({ __typename: "InputRejected", field: name, problem });
  });

  it("a member with a unit of the network", async () => {
    const { world, as } = await gathered();
    const kari = { networkId: world.network.id, name: "Kari", role: "MEMBER", unitId: world.units[0]?.id };
    const answer = field(await write(as("leader"), ADD_MEMBER, kari), "addMember");
    expect(JSON.stringify(answer)).toContain(
      '{"role":"MEMBER","unit":{"name":"Skarvfjord skole"},"person":{"name":"Kari"}}',
    );
  });

  it.each([
    [{ name: "" }, "name", "EMPTY"],
    [{ unitId: randomUUID() }, "unitId", "UNKNOWN"],
    [{ unitId: "nonsense" }, "unitId", "UNKNOWN"],
  ])("a member with %j is refused", async (wrong, name, problem) => {
    const { world, as } = await gathered();
    const input = { networkId: world.network.id, name: "Kari", role: "MEMBER", ...wrong };
    const answer = field(await write(as("leader"), ADD_MEMBER, input), "addMember");
    expect(answer).toEqual({ __typename: "InputRejected", field: name, problem });
  });
});

describe("what sort of place a unit is", () => {
  it("can be said later, and said again", async () => {
    const { world, as } = await gathered();
    const unitId = world.units[0]?.id;
    const say = async (kind: string) =>
      field(await write(as("leader"), SET_KIND, { unitId, kind }), "setUnitKind")["unit"];
    expect(await say("PRIMARY_SCHOOL")).toEqual({ name: "Skarvfjord skole", kind: "PRIMARY_SCHOOL" });
    expect(await say("PRIMARY_SCHOOL")).toMatchObject({ kind: "PRIMARY_SCHOOL" });
    expect(await say("LOWER_SECONDARY_SCHOOL")).toMatchObject({ kind: "LOWER_SECONDARY_SCHOOL" });
  });

  it.each([randomUUID(), "nonsense"])("cannot be said of %s", async (unitId) => {
    const { as } = await gathered();
    const answer = await write(as("owner"), SET_KIND, { unitId, kind: "SCHOOL" });
    expect(codeOf(answer)).toBe("NOT_FOUND");
  });
});

describe("who may do what in a network", () => {
  const adding =
    (role: string) =>
    ({ world }: Awaited<ReturnType<typeof gathered>>) =>
      [ADD_MEMBER, { networkId: world.network.id, name: "Kari", role }] as const;
  const linking =
    (whose: Who) =>
    ({ membershipOf }: Awaited<ReturnType<typeof gathered>>) =>
      [LINK, { membershipId: membershipOf(whose) }] as const;
  const settingKind = ({ world }: Awaited<ReturnType<typeof gathered>>) =>
    [SET_KIND, { unitId: world.units[0]?.id, kind: "OTHER" }] as const;
  const addingUnit = ({ world }: Awaited<ReturnType<typeof gathered>>) =>
    [ADD_UNIT, { networkId: world.network.id, unit }] as const;

  it.each([
    [
      "add a unit",
      addingUnit,
      { owner: undefined, leader: undefined, member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "say what sort of place a unit is",
      settingKind,
      { owner: undefined, leader: undefined, member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "add a member",
      adding("MEMBER"),
      { owner: undefined, leader: undefined, member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "add a leader",
      adding("LEADER"),
      { owner: undefined, leader: "FORBIDDEN", member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "add an owner",
      adding("OWNER"),
      { owner: undefined, leader: "FORBIDDEN", member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "make a link for a member",
      linking("member"),
      { owner: undefined, leader: undefined, member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "make a link for the leader",
      linking("leader"),
      { owner: undefined, leader: undefined, member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
    [
      "make a link for the owner",
      linking("owner"),
      { owner: undefined, leader: "FORBIDDEN", member: "FORBIDDEN", stranger: "NOT_FOUND" },
    ],
  ] as const)("%s", async (_what, asking, expected) => {
    const network = await gathered();
    const [query, input] = asking(network);
    for (const [who, code] of Object.entries(expected)) {
      expect(codeOf(await write(network.as(who as Who), query, input)), who).toBe(code);
    }
  });
});

describe("a sign-in link", () => {
  it("lets the member in, once", async () => {
    const { as, membershipOf } = await gathered();
    const made = field(
      await write(as("owner"), LINK, { membershipId: membershipOf("member") }),
      "createSignInLink",
    );
    const { url } = made["signInLink"] as { url: string };
    const [, token] = /^http:\/\/127\.0\.0\.1:\d+\/inn\/([\w-]{43})$/.exec(url) ?? [];
    const redeem = async () =>
      field(await write(server, REDEEM, { token, wantsToken: true }), "redeemSignInLink");
    expect(await redeem()).toMatchObject({ __typename: "SignedIn" });
    expect(await redeem()).toEqual({ __typename: "LinkExpired" });
  });
});
