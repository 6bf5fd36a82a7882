import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOverHttp, post, type Answered, type Caller } from "../../graphql/testing/callers.js";
import { startTestServer } from "../../graphql/testing/test-server.js";
import { GatheringState } from "../../kernel/words.js";
import { firstEpoch } from "../../live/vocabulary.js";
import type { RunningServer } from "../../server.js";
import { World } from "../../testing/world.js";
import { NetworkRole } from "../networks/index.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const JOIN = `mutation ($input: JoinInput!) { join(input: $input) { __typename
  ... on Joined { token participant { id name people unit { name } } gathering { id headCount { devices people units } viewer { mayLead participant { id } } } }
  ... on InputRejected { field problem } ... on GatheringNotOpen { state } } }`;
const DOOR = `query ($code: String!) { door(code: $code) { __typename
  ... on Door { gatheringId title networkName alreadyJoined units { name } } ... on GatheringNotOpen { state } } }`;
const GATHERING = `query ($id: ID!) { gathering(id: $id) { id joinCode cursor units { name } programme { position title }
  people { totalCount edges { node { name } } } viewer { mayLead participant { name } } } }`;

type Fields = Record<string, unknown>;

const asked = async (caller: Caller, query: string, variables: Fields): Promise<Answered> =>
  askOverHttp(caller, { query, variables });
const field = ({ data, errors }: Answered, name: string): Fields => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Fields;
};
const codeOf = ({ errors }: Answered): unknown => errors?.[0]?.extensions?.["code"];

const open = async (state = GatheringState.LIVE) => {
  const world = await World.create(server.app.source, state);
  const signedIn = async (role: NetworkRole): Promise<Caller> => {
    const { personId } = await world.addMember(role);
    return { port: server.port, token: (await server.app.identity.startSession(personId)).token };
  };
  const input = {
    clientMutationId: randomUUID(),
    code: world.gathering.joinCode,
    name: "Anna",
    unitId: world.units[0]?.id,
    wantsToken: true,
  };
  return { world, signedIn, input };
};

describe("the door", () => {
  it("tells a stranger what is behind it, whatever the case and the spaces", async () => {
    const { world } = await open();
    const code = ` ${world.gathering.joinCode.toLowerCase().slice(0, 3)} ${world.gathering.joinCode.slice(3)}`;
    const door = field(await asked(server, DOOR, { code }), "door");
    expect(door).toMatchObject({
      __typename: "Door",
      gatheringId: world.gathering.id,
      networkName: "Ytre Kyst",
      alreadyJoined: false,
    });
    expect(door["units"]).toEqual([
      { name: "Fjæra barnehage" },
      { name: "Nordkyst universitet" },
      { name: "Skarvfjord skole" },
    ]);
  });

  it.each(["", "ZZZZZZ", "<script>", "' OR 1=1 --"])("does not know %j", async (code) => {
    expect(field(await asked(server, DOOR, { code }), "door")).toEqual({ __typename: "CodeUnknown" });
  });

  it.each([GatheringState.DRAFT, GatheringState.FOLLOW_UP, GatheringState.ARCHIVED])(
    "is closed in %s",
    async (state) => {
      const { world } = await open(state);
      const door = field(await asked(server, DOOR, { code: world.gathering.joinCode }), "door");
      expect(door["__typename"]).toBe("GatheringNotOpen");
    },
  );
});

describe("joining over the API", () => {
  it("gives a session for the same person to a repeat whose first answer was lost", async () => {
    const { input } = await open();
    const first = field(await asked(server, JOIN, { input }), "join");
    const again = field(await asked(server, JOIN, { input }), "join");
    expect(again["participant"]).toEqual(first["participant"]);
    expect(again["token"]).not.toBe(first["token"]);
    const viewers = await Promise.all(
      [first, again].map(({ token }) =>
        asked(
          { port: server.port, token: String(token) },
          "{ viewer { person { id name } gatherings { id } } }",
          {},
        ),
      ),
    );
    expect(viewers[0]).toEqual(viewers[1]);
    expect(viewers[0]?.data).toMatchObject({ viewer: { person: { name: "Anna" } } });
  });

  it("sets a cookie for a browser, and lets it join again as itself", async () => {
    const { world, input } = await open();
    const joining = { query: JOIN, variables: { input: { ...input, wantsToken: false } } };
    const response = await post(server, joining);
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^ordskifte=/);
    const caller = { port: server.port, headers: { cookie } };
    const again = field(
      await asked(caller, JOIN, {
        input: { ...input, clientMutationId: randomUUID(), wantsToken: false, people: 3 },
      }),
      "join",
    );
    expect(again).toMatchObject({
      token: null,
      participant: { people: 3 },
      gathering: { headCount: { devices: 1, people: 3, units: 1 } },
    });
    expect(field(await asked(caller, DOOR, { code: world.gathering.joinCode }), "door")).toMatchObject({
      alreadyJoined: true,
    });
  });
});

describe("a gathering", () => {
  it("is not there for strangers, nor under a name that is no id", async () => {
    const { world, input } = await open();
    const elsewhere = await open();
    const { token } = field(await asked(server, JOIN, { input: elsewhere.input }), "join");
    for (const id of [world.gathering.id, randomUUID(), "nonsense"]) {
      expect(codeOf(await asked({ port: server.port, token: String(token) }, GATHERING, { id }))).toBe(
        "NOT_FOUND",
      );
    }
    expect(codeOf(await asked(server, GATHERING, { id: world.gathering.id }))).toBe("UNAUTHENTICATED");
    expect(input.code).toHaveLength(6);
  });

  it("shows its people to those who lead, and to nobody else", async () => {
    const { world, input, signedIn } = await open();
    const { token } = field(await asked(server, JOIN, { input }), "join");
    const seen = field(
      await asked({ port: server.port, token: String(token) }, GATHERING, { id: world.gathering.id }),
      "gathering",
    );
    expect(seen).toMatchObject({
      people: null,
      viewer: { mayLead: false, participant: { name: "Anna" } },
      joinCode: world.gathering.joinCode,
    });
    const led = field(
      await asked(await signedIn(NetworkRole.LEADER), GATHERING, { id: world.gathering.id }),
      "gathering",
    );
    expect(led).toMatchObject({
      people: { totalCount: 1, edges: [{ node: { name: "Anna" } }] },
      viewer: { mayLead: true, participant: null },
    });
    const member = field(
      await asked(await signedIn(NetworkRole.MEMBER), GATHERING, { id: world.gathering.id }),
      "gathering",
    );
    expect(member["people"]).toBeNull();
  });

  it("is planned, prepared and led by mutations that answer with what they changed", async () => {
    const { world, signedIn } = await open();
    const leader = await signedIn(NetworkRole.OWNER);
    const plan = `mutation ($input: CreateGatheringInput!) { createGathering(input: $input) { ... on NetworkWritten {
      network { viewerRole gatherings { id } } gathering { id state joinCode programme { id } } } } }`;
    const planned = {
      clientMutationId: randomUUID(),
      networkId: world.network.id,
      title: "Vår",
      startsAt: "2027-03-01T08:00:00Z",
    };
    const { gathering, network } = field(
      await asked(leader, plan, { input: planned }),
      "createGathering",
    ) as {
      gathering: { id: string; programme: { id: string }[] };
      network: { gatherings: { id: string }[] };
    };
    expect(gathering).toMatchObject({ state: "DRAFT", joinCode: null });
    expect(network.gatherings.map(({ id }) => id)).toContain(gathering.id);
    const step = `mutation ($input: ChangeStateInput!) { changeState(input: $input) { __typename
      ... on GatheringWritten { cursor gathering { state } } ... on StageRefused { from to } } }`;
    const go = async (to: string) =>
      field(
        await asked(leader, step, {
          input: { clientMutationId: randomUUID(), gatheringId: gathering.id, to },
        }),
        "changeState",
      );
    expect(await go("LIVE")).toEqual({ __typename: "StageRefused", from: "DRAFT", to: "LIVE" });
    expect(await go("PREPARING")).toMatchObject({
      cursor: `${firstEpoch(gathering.id)}.2`,
      gathering: { state: "PREPARING" },
    });
    const next = `mutation ($input: GoToItemInput!) { goToItem(input: $input) { ... on GatheringWritten { item { id title } gathering { currentItemId phase projection { view } } } } }`;
    const [, examples] = gathering.programme;
    const input = { clientMutationId: randomUUID(), gatheringId: gathering.id, itemId: examples?.id };
    expect(field(await asked(leader, next, { input }), "goToItem")).toMatchObject({
      item: { title: "Praksiseksempler" },
      gathering: { currentItemId: examples?.id, phase: "INDIVIDUAL", projection: { view: "INSTRUCTION" } },
    });
  });
});
