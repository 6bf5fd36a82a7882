import { randomUUID } from "node:crypto";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { codeOf, type Fields } from "../house/api.js";
import { beginOf } from "../house/follower.js";
import { type Founded, foundServer } from "../house/founded.js";
import { foundPeople, Hall, type Participant, type People } from "../house/hall.js";

let founded: Founded;
let people: People;
let here: Hall;
let there: Hall;
const sockets: Client[] = [];

beforeAll(async () => {
  founded = await foundServer();
  people = founded.people;
  [here, there] = [await Hall.open(people, "Her"), await Hall.open(people, "Der")];
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) await socket.dispose();
});
afterAll(() => founded?.stop());

const FEEDS = {
  gathering: `subscription ($gatheringId: ID!, $cursor: Cursor) { gatheringFeed(gatheringId: $gatheringId, cursor: $cursor, parts: [PROGRAMME, GROUPS, PEOPLE, VOTING]) {
    ... on GatheringFrame { cursor changes { __typename ... on GatheringPut { gathering { id title } } ... on VoteRoundPut { round { id title } } } } } }`,
  board: `subscription ($boardId: ID!, $cursor: Cursor) { boardFeed(boardId: $boardId, cursor: $cursor) {
    ... on BoardFrame { cursor changes { __typename ... on ContributionPut { contribution { id body } } } } } }`,
  pulse: `subscription ($gatheringId: ID!) { pulseFeed(gatheringId: $gatheringId) { boardId cards { kind count } } }`,
} as const;

/** Everything a subscription says from now on; `until` resolves when something said so far has the words. */
class Ear {
  private readonly heard: string[] = [];
  private listeners: (() => void)[] = [];

  constructor(client: Client, query: string, variables: Fields) {
    client.subscribe(
      { query, variables },
      {
        next: ({ data }) => this.hear(JSON.stringify(data)),
        error: (error) => this.hear(`error ${JSON.stringify(error)}`),
        complete: () => this.hear("complete"),
      },
    );
  }

  get all(): string {
    return this.heard.join("\n");
  }

  async until(words: string): Promise<void> {
    while (!this.all.includes(words)) await new Promise<void>((resolve) => this.listeners.push(resolve));
  }

  private hear(text: string): void {
    this.heard.push(text);
    for (const listener of this.listeners.splice(0)) listener();
  }
}

const earsOf = (who: Participant, hall: Hall): Record<keyof typeof FEEDS, Ear> => {
  const client = who.api.socket();
  sockets.push(client);
  const [gatheringId, boardId] = [hall.id, hall.boardId];
  return {
    gathering: new Ear(client, FEEDS.gathering, { gatheringId, cursor: beginOf(gatheringId) }),
    board: new Ear(client, FEEDS.board, { boardId, cursor: beginOf(boardId) }),
    pulse: new Ear(client, FEEDS.pulse, { gatheringId }),
  };
};

/** The same story in both halls, each with words of its own; at last a card that marks the end. */
const play = async (hall: Hall, words: string): Promise<void> => {
  const ideaId = await hall.post(hall.author, { kind: "IDEA", body: `${words} idé` });
  await hall.lead.act("editGathering", { gatheringId: hall.id, title: `${words} samling` });
  const input = {
    gatheringId: hall.id,
    title: `${words} runde`,
    budget: 3,
    maxPerIdea: 2,
    ideaIds: [ideaId],
  };
  await hall.lead.act("openRound", input);
  await hall.post(hall.peer, { kind: "CHALLENGE", toId: ideaId, body: `${words} slutt` });
};

it("two gatherings in one server, lived at the same time, do not hear each other", async () => {
  const [ears, otherEars] = [earsOf(here.author, here), earsOf(there.author, there)];
  await Promise.all([ears.pulse.until(here.boardId), otherEars.pulse.until(there.boardId)]);
  await Promise.all([play(here, "Fjord"), play(there, "Vidde")]);
  await Promise.all([
    ears.board.until("Fjord slutt"),
    ears.gathering.until("Fjord runde"),
    ears.pulse.until("CHALLENGE"),
    otherEars.board.until("Vidde slutt"),
    otherEars.gathering.until("Vidde runde"),
    otherEars.pulse.until("CHALLENGE"),
  ]);
  const said = (of: typeof ears): string =>
    Object.values(of)
      .map(({ all }) => all)
      .join("\n");
  for (const foreign of ["Vidde", there.id, there.boardId, there.otherBoardId])
    expect(said(ears)).not.toContain(foreign);
  for (const foreign of ["Fjord", here.id, here.boardId, here.otherBoardId])
    expect(said(otherEars)).not.toContain(foreign);
});

it("pictures of one hold nothing of the other", async () => {
  const query = `query ($id: ID!) { gathering(id: $id) { id title groups { boardId members { id } } voteRounds { id title candidates { ideaId } }
    programme { id } contributions { edges { node { id boardId body } } } pulse { boardId } headCount { devices } } }`;
  const [picture, other] = await Promise.all(
    [here, there].map((hall) => hall.lead.read<Fields>(query, { id: hall.id })),
  );
  const idsIn = (value: unknown): Set<string> =>
    new Set(JSON.stringify(value).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []);
  const shared = [...idsIn(picture)].filter((id) => idsIn(other).has(id));
  expect(shared).toEqual([]);
  expect(picture?.["headCount"]).toEqual({ devices: 3 });
});

it("ids of one lead nowhere in operations of the other", async () => {
  const mine = here.author.api;
  const foreignIdea = await there.post(there.author, { kind: "IDEA" });
  const foreignRound = await there.openRound([foreignIdea]);
  const ownIdea = await here.post(here.author, { kind: "IDEA" });
  const ownRound = await here.openRound([ownIdea]);
  const asked = async (mutation: string, input: Fields): Promise<unknown> => {
    const selection = "... on InputRejected { field problem }";
    return mine.attempt(mutation, input, selection).catch((error: unknown) => String(error));
  };
  const unknown = (field: string): Fields => ({ __typename: "InputRejected", field, problem: "UNKNOWN" });
  const body = "Ord";
  const at = { boardId: here.boardId, body };
  expect(await asked("postContribution", { ...at, kind: "CHALLENGE", toId: foreignIdea })).toEqual(
    unknown("toId"),
  );
  expect(await asked("postContribution", { ...at, kind: "IDEA", itemId: there.itemId })).toEqual(
    unknown("itemId"),
  );
  const choices = [{ ideaId: foreignIdea, dots: 1 }];
  expect(await asked("castBallot", { roundId: ownRound, choices })).toEqual(unknown("choices.ideaId"));
  expect(await asked("castBallot", { roundId: foreignRound, choices })).toContain("NOT_FOUND");
  expect(await asked("takeHome", { contributionId: foreignIdea, body })).toContain("NOT_FOUND");
  expect(await asked("mergeIdeas", { intoId: ownIdea, fromIds: [foreignIdea] })).not.toMatchObject({
    __typename: "BoardWritten",
  });
  const jump = { gatheringId: here.id, itemId: there.itemId };
  const jumped = await here.lead.attempt("goToItem", jump, "... on InputRejected { field problem }");
  expect(jumped).toEqual(unknown("itemId"));
  expect(codeOf(await mine.ask("query ($id: ID!) { board(id: $id) { id } }", { id: there.boardId }))).toBe(
    "NOT_FOUND",
  );
  expect(codeOf(await mine.firstOf(FEEDS.board, { boardId: there.boardId, cursor: null }))).toBe("NOT_FOUND");
});

it("a leader of another network leads nothing here", async () => {
  const others = await foundPeople(founded.server.url, founded.database.url, "Indre Vidde");
  const input = { clientMutationId: randomUUID(), gatheringId: here.id, to: "FOLLOW_UP" };
  const document = "mutation ($input: ChangeStateInput!) { changeState(input: $input) { __typename } }";
  expect(codeOf(await others.owner.api.ask(document, { input }))).toBe("NOT_FOUND");
  const query = "query ($id: ID!) { gathering(id: $id) { id } }";
  expect(codeOf(await others.leader.api.ask(query, { id: here.id }))).toBe("NOT_FOUND");
});
