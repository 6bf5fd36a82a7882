import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOverHttp, type Answered, type Caller } from "../graphql/testing/callers.js";
import { startTestServer } from "../graphql/testing/test-server.js";
import { GatheringState } from "../kernel/words.js";
import type { RunningServer } from "../server.js";
import { World, type Somebody } from "../testing/world.js";
import { Gathering } from "../modules/gatherings/index.js";
import { NetworkRole } from "../modules/networks/index.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Fields = Record<string, unknown>;
type Role = "leader" | "owner" | "member" | "participant" | "stranger";

/** A gathering, and callers who stand to it in every way. */
class House {
  private constructor(
    readonly world: World,
    readonly anna: Somebody,
    readonly callers: Readonly<Record<Role, Caller>>,
  ) {}

  static async open(state = GatheringState.LIVE): Promise<House> {
    const world = await World.create(server.app.source, state);
    const elsewhere = await World.create(server.app.source);
    const anna = await world.addParticipant();
    const callers = {
      leader: await House.signedIn((await world.addMember(NetworkRole.LEADER)).personId),
      owner: await House.signedIn((await world.addMember(NetworkRole.OWNER)).personId),
      member: await House.signedIn((await world.addMember(NetworkRole.MEMBER)).personId),
      participant: await House.signedIn(anna.actor.personId),
      stranger: await House.signedIn((await elsewhere.addParticipant()).actor.personId),
    };
    return new House(world, anna, callers);
  }

  static async signedIn(personId: string): Promise<Caller> {
    return { port: server.port, token: (await server.app.identity.startSession(personId)).token };
  }

  ask(role: Role, query: string, variables: Fields = {}): Promise<Answered> {
    return askOverHttp(this.callers[role], { query, variables });
  }

  /** A field of the gathering, or the code of the refusal. */
  async seen(role: Role, field: string): Promise<unknown> {
    const id = this.world.gathering.id;
    const { data, errors } = await this.ask(role, `query ($id: ID!) { gathering(id: $id) { ${field} } }`, {
      id,
    });
    return errors?.[0]?.extensions?.["code"] ?? Object.values((data?.["gathering"] ?? {}) as Fields)[0];
  }

  /** What a mutation answers, or the code of its refusal. */
  async done(role: Role, name: string, input: Fields, answer = "__typename"): Promise<unknown> {
    const type =
      name === "createDeviceLink" ? "ParticipantInput!" : `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${answer} } }`;
    const { data, errors } = await this.ask(role, query, {
      input: { clientMutationId: randomUUID(), ...input },
    });
    return errors?.[0]?.extensions?.["code"] ?? data?.[name];
  }
}

describe("who has met whom", () => {
  const MEETINGS =
    "query ($id: ID!) { network(id: $id) { meetings { unitA unitB gatherings groups lastAt } } }";
  const meetings = async (house: House, role: Role): Promise<unknown> => {
    const { data, errors } = await house.ask(role, MEETINGS, { id: house.world.network.id });
    return errors?.[0]?.extensions?.["code"] ?? ((data?.["network"] ?? {}) as Fields)["meetings"];
  };

  it("is for the network's members, and nothing where nobody has met", async () => {
    const house = await House.open();
    for (const role of ["leader", "owner", "member"] as const)
      expect(await meetings(house, role)).toEqual([]);
    for (const role of ["participant", "stranger"] as const)
      expect(await meetings(house, role)).toBe("NOT_FOUND");
  });

  it("counts gatherings and tables for each pair of units, and nobody meets their own", async () => {
    const house = await House.open();
    const { world, anna } = house;
    const [a = "", b = "", c = ""] = world.units.map(({ id }) => id);
    const [bo, cai, dina] = [
      await world.addParticipant(1),
      await world.addParticipant(2),
      await world.addParticipant(1),
    ];
    await world.addGroup(anna, bo, dina);
    await world.addGroup(await world.addParticipant(0), cai);
    await world.addGroup(await world.addParticipant(0), await world.addParticipant(0));
    await world.addGroup(await world.addParticipant(0), await world.addParticipant(1));
    const lastAt = world.gathering.startsAt.toISOString();
    const pair = (one: string, other: string, groups: number) => {
      const [unitA, unitB] = [one, other].toSorted();
      return { unitA, unitB, gatherings: 1, groups, lastAt };
    };
    const found = (await meetings(house, "member")) as Fields[];
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([pair(a, b, 2), pair(a, c, 1)]));
  });

  it("counts anew what has changed since it was asked for last", async () => {
    const house = await House.open();
    const { world, anna } = house;
    const bo = await world.addParticipant(1);
    await world.addGroup(anna, bo);
    expect(await meetings(house, "member")).toHaveLength(1);
    const moved = { participantId: bo.participant.id, name: "Bo", unitId: world.units[0]?.id, people: 1 };
    await house.done("leader", "editParticipant", moved);
    expect(await meetings(house, "member")).toEqual([]);
  });
});

describe("what units have done at home", () => {
  const PREPARATION = "preparation { unit { name } people examples cards lastWriteAt boardId }";

  it("is for those who lead", async () => {
    const house = await House.open(GatheringState.PREPARING);
    for (const role of ["member", "participant"] as const)
      expect(await house.seen(role, PREPARATION)).toBeNull();
    expect(await house.seen("stranger", PREPARATION)).toBe("NOT_FOUND");
  });

  it("names every unit of the network, those too of whom nobody has come, with what stands on its board", async () => {
    const house = await House.open();
    const { world, anna } = house;
    await world.addParticipant(0, 4);
    await house.done("leader", "makeGroups", { gatheringId: world.gathering.id, arena: "UNIT", size: 6 });
    const groups = (await house.seen("leader", "groups { boardId arena members { id } }")) as {
      boardId: string;
      members: { id: string }[];
    }[];
    const board =
      groups.find(({ members }) => members.some(({ id }) => id === anna.participant.id))?.boardId ?? "";
    const words = { title: "Lesestund", body: "Elevene leser for hverandre.", lens: "GOOD" };
    await house.done("participant", "postContribution", {
      boardId: board,
      kind: "PRACTICE_EXAMPLE",
      ...words,
    });
    await house.done("participant", "postContribution", {
      boardId: board,
      kind: "IDEA",
      body: "Lytt lenge.",
    });
    const found = (await house.seen("owner", PREPARATION)) as Fields[];
    expect(
      found.map(({ unit, people, examples, cards, boardId, lastWriteAt }) => [
        (unit as { name: string }).name,
        people,
        examples,
        cards,
        boardId,
        typeof lastWriteAt,
      ]),
    ).toEqual([
      ["Fjæra barnehage", 0, 0, 0, null, "object"],
      ["Nordkyst universitet", 0, 0, 0, null, "object"],
      ["Skarvfjord skole", 5, 1, 2, board, "string"],
    ]);
  });
});

describe("who is where", () => {
  const WHERE = "whereabouts { participantId connected writing }";

  it("is for those who lead, and names everybody once, with a seat or without, and nobody who was taken out", async () => {
    const house = await House.open();
    const { world, anna } = house;
    const [bo, gone] = [await world.addParticipant(1), await world.addParticipant(2)];
    await world.addGroup(anna, bo);
    await world.addGroup(anna);
    await house.done("leader", "removeParticipant", { participantId: gone.participant.id });
    for (const role of ["member", "participant"] as const) expect(await house.seen(role, WHERE)).toBeNull();
    expect(await house.seen("stranger", WHERE)).toBe("NOT_FOUND");
    expect(await house.seen("leader", WHERE)).toEqual(
      [anna, bo]
        .map(({ participant }) => ({ participantId: participant.id, connected: false, writing: false }))
        .toSorted((x, y) => (x.participantId < y.participantId ? -1 : 1)),
    );
  });

  it("tells who writes as long as they do, and that is not the same as being connected", async () => {
    const house = await House.open();
    const { board } = await house.world.addGroup(house.anna);
    const bo = await house.world.addParticipant(1);
    await house.ask("participant", "mutation ($boardId: ID!) { signalWriting(boardId: $boardId) }", {
      boardId: board.id,
    });
    expect(await house.seen("leader", WHERE)).toEqual(
      expect.arrayContaining([
        { participantId: house.anna.participant.id, connected: false, writing: true },
        { participantId: bo.participant.id, connected: false, writing: false },
      ]),
    );
  });
});

describe("a link to another device", () => {
  const link = (house: House, role: Role, participantId = house.anna.participant.id): Promise<unknown> =>
    house.done(
      role,
      "createDeviceLink",
      { participantId },
      "__typename ... on DeviceLink { url expiresAt } ... on InputRejected { field problem }",
    );

  it("is made by those who lead, for somebody who is there", async () => {
    const house = await House.open();
    expect([
      await link(house, "participant"),
      await link(house, "member"),
      await link(house, "stranger"),
    ]).toEqual(["FORBIDDEN", "FORBIDDEN", "NOT_FOUND"]);
    expect(await link(house, "leader", "nobody")).toBe("NOT_FOUND");
    expect(await link(house, "leader", randomUUID())).toBe("NOT_FOUND");
    await house.done("leader", "removeParticipant", { participantId: house.anna.participant.id });
    expect(await link(house, "leader")).toMatchObject({
      __typename: "InputRejected",
      problem: "NOT_ALLOWED",
    });
  });

  it("lets that very guest go on, once, and for an hour", async () => {
    const house = await House.open();
    const { url, expiresAt } = (await link(house, "leader")) as { url: string; expiresAt: string };
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
    const token = url.slice(url.lastIndexOf("/") + 1);
    const redeem = async (): Promise<unknown> =>
      house.done(
        "stranger",
        "redeemSignInLink",
        { token, wantsToken: true },
        "__typename ... on SignedIn { person { id } }",
      );
    expect(await redeem()).toEqual({ __typename: "SignedIn", person: { id: house.anna.actor.personId } });
    expect(await redeem()).toMatchObject({ __typename: expect.not.stringMatching("SignedIn") as string });
  });

  it("is never one to become a member of the network by", async () => {
    const house = await House.open();
    const leader = await house.world.addMember(NetworkRole.LEADER);
    const { participant } = await house.world.addParticipant(1, 1, leader);
    expect(await link(house, "leader", participant.id)).toMatchObject({ problem: "NOT_ALLOWED" });
  });
});

describe("what people work as", () => {
  const SAID = "professions { participantId profession }";
  const say = (
    house: House,
    role: Role,
    profession: string | null,
    participantId = house.anna.participant.id,
  ) => house.done(role, "setProfession", { participantId, profession });

  it("is said by themselves or by those who lead, and by nobody else", async () => {
    const house = await House.open();
    const bo = await house.world.addParticipant(1);
    expect(await say(house, "participant", "TEACHER")).toEqual({ __typename: "GatheringWritten" });
    expect(await say(house, "leader", "ADVISER", bo.participant.id)).toEqual({
      __typename: "GatheringWritten",
    });
    expect(await say(house, "participant", "OTHER", bo.participant.id)).toBe("FORBIDDEN");
    expect(await say(house, "member", "OTHER")).toBe("FORBIDDEN");
    expect(await say(house, "stranger", "OTHER")).toBe("NOT_FOUND");
    await house.world.alter(Gathering, house.world.gathering, { state: GatheringState.ARCHIVED });
    expect(await say(house, "participant", "OTHER")).toEqual({ __typename: "GatheringNotOpen" });
  });

  it("is told to those who lead and to themselves, and is gone when it is taken back", async () => {
    const house = await House.open();
    const bo = await house.world.addParticipant(1);
    await say(house, "leader", "ADVISER", bo.participant.id);
    await say(house, "participant", "SPECIAL_EDUCATOR");
    const anna = { participantId: house.anna.participant.id, profession: "SPECIAL_EDUCATOR" };
    const others = { participantId: bo.participant.id, profession: "ADVISER" };
    expect(await house.seen("leader", SAID)).toEqual(expect.arrayContaining([anna, others]));
    expect(await house.seen("participant", SAID)).toEqual([anna]);
    expect(await house.seen("member", SAID)).toEqual([]);
    await say(house, "participant", null);
    expect(await house.seen("leader", SAID)).toEqual([others]);
  });

  it("mixes groups, and the leader is shown how; of a table with several nobody's profession is counted", async () => {
    const house = await House.open();
    const { world } = house;
    const people = [house.anna];
    for (let i = 1; i < 12; i++) people.push(await world.addParticipant(i % 3));
    for (const [i, { participant }] of people.entries())
      await say(house, "leader", i % 4 === 0 ? "LEADER" : "TEACHER", participant.id);
    const SHARES =
      "seating { professions { profession people least most } unitKinds { kind people least most } }";
    await house.done("owner", "makeGroups", { gatheringId: world.gathering.id, arena: "CROSS", size: 4 });
    expect(await house.seen("leader", SHARES)).toEqual({
      professions: [
        { profession: "TEACHER", people: 9, least: 3, most: 3 },
        { profession: "LEADER", people: 3, least: 1, most: 1 },
      ],
      unitKinds: [{ kind: "SCHOOL", people: 12, least: 4, most: 4 }],
    });
    const { id, name, unitId } = house.anna.participant;
    await house.done("leader", "editParticipant", { participantId: id, name, unitId, people: 3 });
    expect(await house.seen("leader", SHARES)).toMatchObject({
      professions: [{ people: 9 }, { profession: "LEADER", people: 2, least: 0 }],
      unitKinds: [{ people: 14 }],
    });
  });
});
