import { execute, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../kernel/ids.js";
import { ContributionKind } from "../kernel/words.js";
import { countStatements } from "../live/testing/statements.js";
import type { Context } from "../modules/context.js";
import { loadContributions } from "../modules/boards/contribution.facts.js";
import { presentContribution } from "../modules/boards/contribution.presenter.js";
import { NetworkRole } from "../modules/networks/index.js";
import { openRound } from "../modules/voting/commands/open-round.js";
import type { RunningServer } from "../server.js";
import { World, type Somebody } from "../testing/world.js";
import { createSchema } from "./schema.js";
import { startTestServer } from "./testing/test-server.js";

const PEOPLE = 64;

let server: RunningServer;
let schema: GraphQLSchema;
beforeAll(async () => {
  server = await startTestServer();
  schema = await createSchema();
});
afterAll(() => server.stop());

const CARD = `id kind boardId itemId body author { id name people unit { id name } } unit { id } anonymous isMine
  visibility hiddenReason links { kind toId } createdAt editedAt revision`;
const POST = parse(`mutation ($input: PostContributionInput!) { postContribution(input: $input) {
  __typename ... on BoardWritten { cursor board { id frozen } contribution { ${CARD} } } } }`);
const READ = parse(`query ($id: ID!) { contribution(id: $id) { ${CARD} } }`);
const CAST = parse(`mutation ($input: CastBallotInput!) { castBallot(input: $input) {
  __typename ... on BallotCast { ballot { id voter choices { ideaId dots } } } } }`);

const ask = async (
  { actor }: Pick<Somebody, "actor">,
  document: DocumentNode,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const context: Context = {
    app: server.app,
    actor,
    address: "",
    baseUrl: "",
    checkSession: () => undefined,
    startSession: () => Promise.resolve(null),
    endSession: () => Promise.resolve(),
  };
  const { data, errors } = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: context,
  });
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as Record<string, unknown>;
};

/** A full hall at one board: each of them for the first time there. */
const fullHall = async () => {
  const world = await World.create(server.app.source);
  const people: Somebody[] = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await world.addParticipant(i % 3));
  const { board } = await world.addGroup(...people);
  const post = (who: Somebody, kind = ContributionKind.REFLECTION) =>
    ask(who, POST, {
      input: {
        clientMutationId: newId(),
        boardId: board.id,
        kind: kind.toUpperCase(),
        body: "Vi leser i par",
      },
    });
  return { world, people, post };
};

const counted = (all: () => Promise<unknown>[]): Promise<readonly string[]> =>
  countStatements(server.app.pool)(() => Promise.all(all()));

test("[LOG9] [LOG10] a hall that posts at once costs a handful of statements; the next time fewer still", async () => {
  const { people, post } = await fullHall();
  const storm = () => counted(() => people.map((who) => post(who)));
  expect((await storm()).length).toBeLessThanOrEqual(24);
  expect((await storm()).length).toBeLessThanOrEqual(5);
});

test("[LOG9] [LOG10] a hall that votes at once does as well", async () => {
  const { world, people, post } = await fullHall();
  const leader = await world.addMember(NetworkRole.LEADER);
  for (const who of people.slice(0, 12)) await post(who, ContributionKind.IDEA);
  const opened = await openRound(server.app.commit, leader, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    title: "Hva prøver vi?",
    budget: 3,
    maxPerIdea: 2,
  });
  if (!opened.outcome.done) throw new Error("no round");
  const { roundId } = opened.outcome.value;
  const ideas = await server.app.pool.query<{ id: string }>(
    "SELECT contribution_id AS id FROM vote_candidate WHERE round_id = $1",
    [roundId],
  );
  const cast = (who: Somebody, i: number) =>
    ask(who, CAST, {
      input: { clientMutationId: newId(), roundId, choices: [{ ideaId: ideas.rows[i % 12]?.id, dots: 1 }] },
    });
  const storm = () => counted(() => people.map(cast));
  expect((await storm()).length).toBeLessThanOrEqual(20);
  expect((await storm()).length).toBeLessThanOrEqual(6);
});

test("the answer to a post is what a fresh read shows", async () => {
  const { people, post } = await fullHall();
  const [anna] = people as [Somebody];
  const { contribution } = (await post(anna)) as { contribution: { id: string } };
  expect(contribution).toEqual(await ask(anna, READ, { id: contribution.id }));
  const fact = (await loadContributions(server.app.pool, [contribution.id])).get(contribution.id);
  const viewer = {
    personId: anna.actor.personId,
    participantId: anna.participant.id,
    mayLead: false,
    parts: [],
  };
  expect(fact && presentContribution(fact, viewer)).toMatchObject({ id: contribution.id, isMine: true });
});
