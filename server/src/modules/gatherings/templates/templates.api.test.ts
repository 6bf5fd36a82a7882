import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOverHttp, type Answered, type Caller } from "../../../graphql/testing/callers.js";
import { startTestServer } from "../../../graphql/testing/test-server.js";
import { GatheringState } from "../../../kernel/words.js";
import type { RunningServer } from "../../../server.js";
import { World } from "../../../testing/world.js";
import { NetworkRole } from "../../networks/index.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ITEM = `title kind arena minutes instruction writing naming invites atHome critique
  phases { individual group plenary } vote { budget maxPerIdea per }`;
const TEMPLATES = `query ($language: Language!, $minutes: Int) { programmeTemplates(language: $language, minutes: $minutes) {
  key title summary minutes items { ${ITEM} } } }`;
const CREATE = `mutation ($input: CreateGatheringInput!) { createGathering(input: $input) { __typename
  ... on NetworkWritten { gathering { programme { position ${ITEM} } } } ... on InputRejected { field problem } } }`;

type Fields = Record<string, unknown>;
interface Item extends Fields {
  readonly minutes: number;
  readonly atHome: boolean;
}
interface Template extends Fields {
  readonly key: string;
  readonly items: readonly Item[];
}
interface Created extends Fields {
  readonly gathering: { readonly programme: readonly Fields[] };
}

const dataOf = <Data>({ data, errors }: Answered, name: string): Data => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Data;
};

const templatesIn = async (language: string, minutes: number | null): Promise<Template[]> =>
  dataOf(
    await askOverHttp(server, { query: TEMPLATES, variables: { language, minutes } }),
    "programmeTemplates",
  );

const planner = async () => {
  const world = await World.create(server.app.source, GatheringState.LIVE);
  const { personId } = await world.addMember(NetworkRole.LEADER);
  const caller: Caller = {
    port: server.port,
    token: (await server.app.identity.startSession(personId)).token,
  };
  const plan = async (changes: Fields): Promise<Created> => {
    const input = {
      clientMutationId: randomUUID(),
      networkId: world.gathering.networkId,
      title: "Vårsamling",
      startsAt: "2027-04-08T08:00:00Z",
      ...changes,
    };
    return dataOf(await askOverHttp(caller, { query: CREATE, variables: { input } }), "createGathering");
  };
  return { plan };
};

describe("a gathering from a template", () => {
  it.each([
    ["LUND_ROALD", "NB", 300],
    ["FIRE_ROM", "NN", 180],
    ["ETTERMIDDAG", "EN", 150],
    ["TO_DAGER", "NB", 641],
    ["FAGDAG", "NN", null],
  ])("%s in %s and %s minutes is the one that was shown", async (template, language, minutes) => {
    const { plan } = await planner();
    const shown = (await templatesIn(language, minutes)).find(({ key }) => key === template);
    const { gathering } = await plan({ template, language, minutes });
    const expected = shown?.items.map((item, i) => ({ ...item, position: i + 1 }));
    expect(gathering.programme.length).toBeGreaterThan(5);
    expect(gathering.programme).toEqual(expected);
  });

  it("lasts as long as was asked for", async () => {
    for (const { items, minutes } of await templatesIn("NB", 165)) {
      const together = items.filter(({ atHome }) => !atHome);
      expect(together.reduce((sum, item) => sum + item.minutes, 0)).toBe(165);
      expect(minutes).toBe(165);
    }
  });

  it("is written in bokmål where no language is named", async () => {
    const { plan } = await planner();
    const { gathering } = await plan({ template: "FAGDAG" });
    expect(gathering.programme.at(0)).toMatchObject({ title: "Velkommen", minutes: 15 });
  });

  it("begins from the afternoon of always where none is chosen", async () => {
    const { plan } = await planner();
    const { gathering } = await plan({});
    expect(gathering.programme.map(({ title }) => title)).toEqual([
      "Velkommen",
      "Praksiseksempler",
      "Utveksling på tvers",
      "Ideer",
      "Avstemning",
      "Tid til å tenke",
      "Ta med hjem",
    ]);
  });

  it.each([
    [{ template: "FAGDAG", minutes: 89 }, "OUT_OF_RANGE"],
    [{ template: "FAGDAG", minutes: 1201 }, "OUT_OF_RANGE"],
    [{ minutes: 120 }, "NOT_ALLOWED"],
  ])("is refused for %j", async (changes, problem) => {
    const { plan } = await planner();
    expect(await plan(changes)).toEqual({ __typename: "InputRejected", field: "minutes", problem });
  });

  it.each([0, 89, 1201])("is not shown in %d minutes", async (minutes) => {
    const { data, errors } = await askOverHttp(server, {
      query: TEMPLATES,
      variables: { language: "NB", minutes },
    });
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_INPUT");
  });
});
