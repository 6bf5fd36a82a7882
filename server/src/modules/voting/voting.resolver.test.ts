import { afterAll, beforeAll, expect, test } from "vitest";
import { askOverHttp, type Answered } from "../../graphql/testing/callers.js";
import { startTestServer } from "../../graphql/testing/test-server.js";
import { newId } from "../../kernel/ids.js";
import type { RunningServer } from "../../server.js";
import { World } from "../../testing/world.js";
import { NetworkRole } from "../networks/index.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const GATHERING = `query ($id: ID!) { gathering(id: $id) {
  cursor groups { id arena number name boardId people members { name unit { name } } }
  voteRounds { id state votedCount voterCount results { ideaId dots place } viewerBallots { voter choices { ideaId dots } } }
} }`;
const JOIN = `mutation ($input: JoinInput!) { join(input: $input) { ... on Joined { token participant { id } } } }`;
const MAKE_GROUPS = `mutation ($input: MakeGroupsInput!) { makeGroups(input: $input) {
  __typename ... on GatheringWritten { cursor round { id } gathering { groups { number members { name } } } } ... on InputRejected { field problem limit }
} }`;
const SEAT = `mutation ($input: SeatParticipantInput!) { seatParticipant(input: $input) {
  ... on GatheringWritten { gathering { groups { number people members { name } } } }
} }`;
const POST = `mutation ($input: PostContributionInput!) { postContribution(input: $input) { ... on BoardWritten { contribution { id } } } }`;
const ROUND = `__typename ... on GatheringWritten { round { id state votedCount candidates { ideaId body boardTitle } results { ideaId dots voters place } } } ... on RoundClosed { state }`;
const OPEN = `mutation ($input: OpenRoundInput!) { openRound(input: $input) { ${ROUND} } }`;
const CLOSE = `mutation ($input: RoundInput!) { closeRound(input: $input) { ${ROUND} } }`;
const REVEAL = `mutation ($input: RoundInput!) { revealRound(input: $input) { ${ROUND} } }`;
const CAST = `mutation ($input: CastBallotInput!) { castBallot(input: $input) {
  __typename
  ... on BallotCast { ballot { voter choices { ideaId dots } } round { votedCount voterCount results { dots } viewerBallots { voter } } }
  ... on VotesSpent { budget } ... on TooManyOnOne { maxPerIdea } ... on InputRejected { field problem }
} }`;

const ask = (token: string, query: string, variables: Record<string, unknown>): Promise<Answered> =>
  askOverHttp({ port: server.port, token }, { query, variables });

/** What a mutation answered; the whole answer is shown where it is an error. */
const write = async <T = Record<string, unknown>>(
  token: string,
  query: string,
  input: Record<string, unknown>,
): Promise<T> => {
  const answer = await ask(token, query, { input: { clientMutationId: newId(), ...input } });
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data ?? {})[0] as T;
};

const inHall = async () => {
  const world = await World.create(server.app.source);
  const { personId } = await world.addMember(NetworkRole.LEADER);
  const { token: leader } = await server.app.identity.startSession(personId);
  const joined = async (name: string, unit: number, people = 1): Promise<string> => {
    const input = {
      code: world.gathering.joinCode,
      name,
      unitId: world.units[unit]?.id,
      people,
      wantsToken: true,
    };
    return (await write<{ token: string }>("", JOIN, input)).token;
  };
  return { world, leader, joined, gatheringId: world.gathering.id };
};

test("groups are made, newcomers are seated as they join, and people are moved", async () => {
  const { leader, joined, gatheringId } = await inHall();
  for (const [name, unit] of [
    ["Anna", 0],
    ["Bo", 1],
    ["Cille", 2],
    ["Dag", 0],
  ] as const)
    await joined(name, unit);
  expect(await write(leader, MAKE_GROUPS, { gatheringId, arena: "CROSS", size: 1 })).toEqual({
    __typename: "InputRejected",
    field: "size",
    problem: "OUT_OF_RANGE",
    limit: 30,
  });
  const made = await write(leader, MAKE_GROUPS, { gatheringId, arena: "CROSS", size: 2 });
  expect(made).toMatchObject({
    round: null,
    gathering: {
      groups: [
        { number: 1, members: [{}, {}] },
        { number: 2, members: [{}, {}] },
      ],
    },
  });
  const eva = await joined("Eva", 1, 2);
  const seen = (await ask(eva, GATHERING, { id: gatheringId })).data as {
    gathering: { groups: { id: string; people: number; members: { name: string }[] }[] };
  };
  const sizes = seen.gathering.groups.map(({ people }) => people);
  expect(sizes.toSorted((a, b) => a - b)).toEqual([2, 4]);
  // Who sits elsewhere is for those who sit there, and for the leaders.
  expect(seen.gathering.groups.map(({ members }) => members.length).toSorted((a, b) => a - b)).toEqual([
    0, 3,
  ]);
  const other = seen.gathering.groups.find(({ members }) => !members.some(({ name }) => name === "Eva"));
  const { rows } = await server.app.pool.query<{ id: string }>(
    "SELECT id FROM participant WHERE gathering_id = $1 AND name = 'Eva'",
    [gatheringId],
  );
  const moved = await write<{ gathering: typeof seen.gathering }>(leader, SEAT, {
    participantId: rows[0]?.id,
    groupId: other?.id,
  });
  expect(moved.gathering.groups.map(({ people }) => people)).toEqual(sizes.toReversed());
});

test("a vote goes from ideas to the reveal, with totals for nobody before", async () => {
  const { leader, joined, gatheringId } = await inHall();
  const [anna, pair] = [await joined("Anna", 0), await joined("Bo og Cille", 1, 2)];
  await write(leader, MAKE_GROUPS, { gatheringId, arena: "CROSS", size: 4 });
  const before = (await ask(anna, GATHERING, { id: gatheringId })).data as {
    gathering: { groups: { boardId: string }[] };
  };
  const boardId = before.gathering.groups[0]?.boardId;
  const idea = async (body: string): Promise<string> =>
    (await write<{ contribution: { id: string } }>(anna, POST, { boardId, kind: "IDEA", body })).contribution
      .id;
  const [first, second] = [await idea("Bytte timer"), await idea("Felles lesestund")];
  const opened = await write<{ round: { id: string } }>(leader, OPEN, {
    gatheringId,
    title: "Hva prøver vi?",
    budget: 3,
    maxPerIdea: 2,
  });
  expect(opened).toMatchObject({
    round: {
      state: "OPEN",
      results: null,
      candidates: [{ ideaId: first, body: "Bytte timer", boardTitle: "Gruppe 1" }, { ideaId: second }],
    },
  });
  const roundId = opened.round.id;
  const dots = (ideaId: string, count: number) => ({ ideaId, dots: count });
  const cast = (token: string, choices: object[], voter = 1) =>
    write(token, CAST, { roundId, voter, choices });
  expect(await cast(anna, [dots(first, 2), dots(second, 2)])).toEqual({
    __typename: "VotesSpent",
    budget: 3,
  });
  expect(await cast(anna, [dots(first, 3)])).toEqual({ __typename: "TooManyOnOne", maxPerIdea: 2 });
  expect(await cast(anna, [dots(first, 1)], 2)).toMatchObject({
    __typename: "InputRejected",
    field: "voter",
    problem: "OUT_OF_RANGE",
  });
  await cast(anna, [dots(first, 2), dots(second, 1)]);
  expect(await cast(pair, [dots(second, 2)], 2)).toEqual({
    __typename: "BallotCast",
    ballot: { voter: 2, choices: [dots(second, 2)] },
    round: { votedCount: 2, voterCount: 3, results: null, viewerBallots: [{ voter: 2 }] },
  });
  expect(await write(leader, REVEAL, { roundId })).toEqual({ __typename: "RoundClosed", state: "OPEN" });
  expect(await write(leader, CLOSE, { roundId })).toMatchObject({
    round: { state: "CLOSED", results: null },
  });
  const closed = (await ask(leader, GATHERING, { id: gatheringId })).data as { gathering: object };
  expect(closed.gathering).toMatchObject({
    voteRounds: [{ state: "CLOSED", votedCount: 2, results: null, viewerBallots: [] }],
  });
  expect(await write(leader, REVEAL, { roundId })).toMatchObject({
    round: {
      state: "REVEALED",
      results: [
        { ideaId: second, dots: 3, voters: 2, place: 1 },
        { ideaId: first, dots: 2, voters: 1, place: 2 },
      ],
    },
  });
});

test.each(["no-such-id", "00000000-0000-4000-8000-000000000000"])(
  "what is not there is not found: %s",
  async (id) => {
    const { leader } = await inHall();
    const refused = async (query: string, input: object): Promise<void> => {
      const { errors } = await ask(leader, query, { input: { clientMutationId: newId(), ...input } });
      expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["NOT_FOUND"]);
    };
    await refused(MAKE_GROUPS, { gatheringId: id, arena: "CROSS", size: 6 });
    await refused(SEAT, { participantId: id, groupId: id });
    await refused(OPEN, { gatheringId: id, title: "Hva?", budget: 3, maxPerIdea: 1 });
    for (const query of [CLOSE, REVEAL]) await refused(query, { roundId: id });
    await refused(CAST, { roundId: id, choices: [] });
  },
);
