import { randomUUID } from "node:crypto";
import { limits } from "@ordskifte/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Api, codeOf, type Fields } from "../house/api.js";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall, itemFields, type People } from "../house/hall.js";
import { outcomeOf } from "./asking.js";
import { INTERNALS, pictureOf } from "./picture.js";

let founded: Founded;
let people: People;
let hall: Hall;

beforeAll(async () => {
  founded = await foundServer();
  people = founded.people;
  hall = await Hall.open(people);
});
afterAll(() => founded?.stop());

const rejected = (field: string, problem: string, limit?: number): Fields => ({
  __typename: "InputRejected",
  field,
  problem,
  ...(limit === undefined ? {} : { limit }),
});
const notOpen = (state: string): Fields => ({ __typename: "GatheringNotOpen", state });
const long = (limit: number): string => "å".repeat(limit + 1);

/** Tries something that must leave no trace. */
const inVain = async (mutation: string, input: Fields, as: Api, at = hall): Promise<unknown> => {
  const before = await pictureOf(at);
  const outcome = await outcomeOf(as, mutation, input);
  expect(await pictureOf(at)).toEqual(before);
  return outcome;
};

describe("words", () => {
  const example = { kind: "PRACTICE_EXAMPLE", title: "Lesestund", body: "Ti minutter.", lens: "GOOD" };
  const { contributionBody, contributionTitle, theme, challengeUsOn } = limits;

  it.each([
    ["no text", { body: "" }, rejected("body", "EMPTY")],
    ["spaces alone", { body: " \n\t " }, rejected("body", "EMPTY")],
    ["what nobody can see", { body: "\u200b\u2060\u0000" }, rejected("body", "EMPTY")],
    ["no heading", { title: " " }, rejected("title", "EMPTY")],
    ["no lens", { lens: null }, rejected("lens", "EMPTY")],
    ["too long a text", { body: long(contributionBody) }, rejected("body", "TOO_LONG", contributionBody)],
    [
      "too long a heading",
      { title: long(contributionTitle) },
      rejected("title", "TOO_LONG", contributionTitle),
    ],
    ["too long a theme", { theme: long(theme) }, rejected("theme", "TOO_LONG", theme)],
    [
      "too long a wish",
      { challengeUsOn: long(challengeUsOn) },
      rejected("challengeUsOn", "TOO_LONG", challengeUsOn),
    ],
    ["a card it cannot be tied to", { toId: "nonsense" }, rejected("toId", "NOT_ALLOWED")],
    ["a kind that is none", { kind: "GOSSIP" }, "BAD_INPUT"],
    ["no kind", { kind: null }, "BAD_INPUT"],
  ] as const)("of a card: %s", async (_what, wrong, outcome) => {
    const input = { boardId: hall.boardId, ...example, ...wrong };
    expect(await inVain("postContribution", input, hall.author.api)).toEqual(outcome);
  });

  it.each([
    ["no name", { name: " " }, rejected("name", "EMPTY")],
    [
      "too long a name",
      { name: long(limits.participantName) },
      rejected("name", "TOO_LONG", limits.participantName),
    ],
    ["no unit", { unitId: null }, rejected("unitId", "EMPTY")],
    ["a unit that is not there", { unitId: randomUUID() }, rejected("unitId", "UNKNOWN")],
    ["nobody at the device", { people: 0 }, rejected("people", "OUT_OF_RANGE")],
    ["a crowd at the device", { people: 41 }, rejected("people", "OUT_OF_RANGE")],
  ] as const)("at the door: %s", async (_what, wrong, outcome) => {
    const unitId = people.network.units[0]?.id;
    const input = { code: hall.code, name: "Liv", unitId, wantsToken: true, ...wrong };
    expect(await inVain("join", input, new Api(founded.server.url))).toEqual(outcome);
  });

  it.each([
    "",
    "XXXXXX",
    "ABC",
    "' OR 1=1 --",
    "<script>",
    "\u0000\u0000\u0000\u0000\u0000\u0000",
    "å".repeat(9_000),
  ])("a wrong code: %j", async (code) => {
    const unitId = people.network.units[0]?.id;
    const guest = new Api(founded.server.url);
    expect(await inVain("join", { code, name: "Liv", unitId }, guest)).toEqual({ __typename: "CodeUnknown" });
    const door = "query ($code: String!) { door(code: $code) { __typename } }";
    expect(await guest.read(door, { code })).toEqual({ __typename: "CodeUnknown" });
  });
});

describe("states", () => {
  it("what is over or not yet open takes nothing, and says where it stands", async () => {
    const closed = await Hall.open(people, "Ferdig");
    const { id: gatheringId, boardId, code, author, lead } = closed;
    const ideaId = await closed.post(author, { kind: "IDEA" });
    const roundId = await closed.openRound([ideaId]);
    await lead.act("closeRound", { roundId });
    const vote = { roundId, choices: [{ ideaId, dots: 1 }] };
    const roundClosed = { __typename: "RoundClosed", roundState: "CLOSED" };
    expect(await inVain("castBallot", vote, author.api, closed)).toEqual(roundClosed);
    const jump = { gatheringId, to: "ARCHIVED" };
    const refused = { __typename: "StageRefused", from: "LIVE", to: "ARCHIVED" };
    expect(await inVain("changeState", jump, lead, closed)).toEqual(refused);
    for (const to of ["FOLLOW_UP", "ARCHIVED"]) await lead.act("changeState", { gatheringId, to });
    const post = { boardId, kind: "IDEA", body: "For sent" };
    expect(await inVain("postContribution", post, author.api, closed)).toEqual(notOpen("ARCHIVED"));
    const edit = { contributionId: ideaId, body: "For sent" };
    expect(await inVain("editContribution", edit, author.api, closed)).toEqual(notOpen("ARCHIVED"));
    const home = { contributionId: ideaId, body: "For sent" };
    expect(await inVain("takeHome", home, author.api, closed)).toEqual(notOpen("ARCHIVED"));
    expect(await inVain("castBallot", vote, author.api, closed)).toEqual(notOpen("ARCHIVED"));
    const join = { code, name: "Sein", unitId: people.network.units[0]?.id };
    expect(await inVain("join", join, new Api(founded.server.url), closed)).toEqual(notOpen("ARCHIVED"));
  });

  it("a frozen board and an item that does not invite", async () => {
    const itemId = await hall.addItem({ invites: ["IDEA"] });
    const post = { boardId: hall.boardId, kind: "REFLECTION", body: "Tanke" };
    const notInvited = { __typename: "KindNotInvited", kind: "REFLECTION" };
    expect(await inVain("postContribution", { ...post, itemId }, hall.author.api)).toEqual(notInvited);
    await hall.lead.act("freezeBoard", { boardId: hall.boardId, frozen: true });
    expect(await inVain("postContribution", post, hall.author.api)).toEqual({ __typename: "BoardFrozen" });
    await hall.lead.act("freezeBoard", { boardId: hall.boardId, frozen: false });
  });
});

describe("other people's cards", () => {
  it("are not changed, taken away, hidden or answered in their name", async () => {
    const contributionId = await hall.post(hall.author, { kind: "IDEA" });
    const challengeId = await hall.post(hall.elsewhere, { kind: "IDEA" }).catch(() => null);
    expect(challengeId).toBeNull();
    const { api } = hall.peer;
    for (const [mutation, more] of [
      ["editContribution", { body: "Mine ord" }],
      ["withdrawContribution", {}],
      ["hideContribution", { reason: "Liker den ikke" }],
    ] as const)
      expect(await inVain(mutation, { contributionId, ...more }, api)).toBe("FORBIDDEN");
    const toId = await hall.post(hall.peer, { kind: "CHALLENGE", toId: contributionId });
    const answer = { boardId: hall.boardId, kind: "ANSWER", toId, body: "Ja", fromAuthor: true };
    expect(await inVain("postContribution", answer, api)).toEqual(rejected("fromAuthor", "NOT_ALLOWED"));
  });

  it("silent ones are as good as not there", async () => {
    const itemId = await hall.addItem({ writing: "SILENT" });
    const contributionId = await hall.post(hall.author, { kind: "IDEA", itemId });
    for (const api of [hall.peer.api, hall.lead])
      expect(await inVain("takeHome", { contributionId, body: "Ta med" }, api)).toBe("NOT_FOUND");
  });

  it("a write's id of somebody else's is no way to their card, and one's own with other words is refused", async () => {
    const clientMutationId = await hall.post(hall.author, { kind: "IDEA", body: "Først" });
    const again = { clientMutationId, boardId: hall.boardId, kind: "IDEA", body: "Noe annet" };
    expect(await inVain("postContribution", again, hall.author.api)).toBe("CONFLICT");
    expect(await inVain("postContribution", again, hall.peer.api)).toBe("CONFLICT");
  });
});

describe("markup and scripts", () => {
  const MARKUP = `<script>alert("x")</script><b onclick='y'>&amp; </b>{{7*7}} \${x} %00 '; --`;

  it("come back as the same words from every text of a card", async () => {
    const words = { title: MARKUP, body: MARKUP, theme: "<i>&</i>", challengeUsOn: MARKUP };
    const id = await hall.post(hall.author, { kind: "PRACTICE_EXAMPLE", lens: "GOOD", ...words });
    const query =
      "query ($id: ID!) { contribution(id: $id) { ... on PracticeExample { title body theme challengeUsOn } } }";
    expect(await hall.peer.api.read(query, { id })).toEqual(words);
    await hall.lead.act("hideContribution", { contributionId: id, reason: MARKUP });
    const reason = "query ($id: ID!) { contribution(id: $id) { hiddenReason } }";
    expect(await hall.author.api.read(reason, { id })).toEqual({ hiddenReason: MARKUP });
  });

  it("from names, units and all that a leader writes", async () => {
    const own = await Hall.open(people, MARKUP);
    const unit = { name: "<script>alert(1)</script> skole", municipality: "<b>Lysnes</b>", kind: "SCHOOL" };
    const input = { code: own.code, name: "<b>Liv & Åse</b>", newUnit: unit, wantsToken: true };
    const joined = await new Api(founded.server.url).act(
      "join",
      input,
      "... on Joined { participant { name unit { name municipality kind } } }",
    );
    expect(joined).toMatchObject({ participant: { name: "<b>Liv & Åse</b>", unit } });
    await own.lead.act("editGathering", { gatheringId: own.id, place: MARKUP });
    await own.lead.act("addItem", {
      gatheringId: own.id,
      item: itemFields({ title: "<u>Nå</u>", instruction: MARKUP }),
    });
    const ideaId = await own.post(own.author, { kind: "IDEA", body: MARKUP });
    await own.lead.act("openRound", {
      gatheringId: own.id,
      title: MARKUP,
      budget: 3,
      maxPerIdea: 1,
      ideaIds: [ideaId],
    });
    const query =
      "query ($id: ID!) { gathering(id: $id) { title place programme { title instruction } voteRounds { title candidates { body } } } }";
    const seen = await own.author.api.read(query, { id: own.id });
    expect(seen).toMatchObject({
      title: MARKUP,
      place: MARKUP,
      voteRounds: [{ title: MARKUP, candidates: [{ body: MARKUP }] }],
    });
    expect(seen["programme"]).toContainEqual({ title: "<u>Nå</u>", instruction: MARKUP });
  });
});

describe("votes", () => {
  it("over the budget, over the most on one, for what is no candidate, or for somebody who is not there", async () => {
    const [one, other] = [
      await hall.post(hall.author, { kind: "IDEA" }),
      await hall.post(hall.peer, { kind: "IDEA" }),
    ];
    const outside = await hall.post(hall.peer, { kind: "IDEA" });
    const roundId = await hall.openRound([one, other], 3, 2);
    const cast = (choices: readonly Fields[], more: Fields = {}): Promise<unknown> =>
      inVain("castBallot", { roundId, choices, ...more }, hall.author.api);
    const dots = (ideaId: string, count: number): Fields => ({ ideaId, dots: count });
    expect(await cast([dots(one, 2), dots(other, 2)])).toEqual({ __typename: "VotesSpent", budget: 3 });
    expect(await cast([dots(one, 3)])).toEqual({ __typename: "TooManyOnOne", maxPerIdea: 2 });
    expect(await cast([dots(one, 0)])).toEqual(rejected("choices.dots", "OUT_OF_RANGE", 2));
    expect(await cast([dots(one, -1)])).toEqual(rejected("choices.dots", "OUT_OF_RANGE", 2));
    expect(await cast([dots(one, 1), dots(one.toUpperCase(), 1)])).toEqual(
      rejected("choices", "NOT_ALLOWED"),
    );
    expect(await cast([dots(outside, 1)])).toEqual(rejected("choices.ideaId", "UNKNOWN"));
    expect(await cast([dots(one, 1)], { voter: 2 })).toEqual(rejected("voter", "OUT_OF_RANGE", 1));
  });

  it("two devices of one person that race for the last dot spend it once", async () => {
    const ideas = await Promise.all([1, 2].map(() => hall.post(hall.author, { kind: "IDEA" })));
    const roundId = await hall.openRound(ideas, 1, 1);
    const { personId } = hall.author;
    const devices = await Promise.all(
      ideas.map(async () => new Api(founded.server.url, await people.founder.newSession(personId))),
    );
    const turns = Array.from({ length: 10 }, (_, i) => i % 2);
    const outcomes = await Promise.all(
      turns.map((i) =>
        devices[i]?.attempt("castBallot", { roundId, choices: [{ ideaId: ideas[i], dots: 1 }] }),
      ),
    );
    expect(outcomes.every((outcome) => outcome?.__typename === "BallotCast")).toBe(true);
    for (const verb of ["closeRound", "revealRound"]) await hall.lead.act(verb, { roundId });
    const query =
      "query ($id: ID!) { gathering(id: $id) { voteRounds { id votedCount results { dots voters } } } }";
    const { voteRounds } = await hall.lead.read<{
      voteRounds: { id: string; votedCount: number; results: { dots: number }[] }[];
    }>(query, { id: hall.id });
    const round = voteRounds.find(({ id }) => id === roundId);
    expect(round?.votedCount).toBe(1);
    expect(round?.results.reduce((sum, { dots }) => sum + dots, 0)).toBe(1);
  });
});

describe("documents", () => {
  const deep = `{ viewer ${"{ networks { gatherings { viewer ".repeat(6)} { mayLead } ${"} } }".repeat(6)} }`;
  const aliased = `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: serverTime`).join(" ")} }`;
  const large = `{ serverTime ${" ".repeat(20_000)} }`;

  it.each([
    ["too deep", deep, "OVER_LIMIT"],
    ["too many aliases", aliased, "OVER_LIMIT"],
    ["too large", large, "OVER_LIMIT"],
    ["unreadable", "{ viewer {", "GRAPHQL_PARSE_FAILED"],
    ["unknown to the schema", "{ secretTable { id } }", "GRAPHQL_VALIDATION_FAILED"],
    ["empty", "", "GRAPHQL_PARSE_FAILED"],
  ])("%s", async (_what, query, code) => {
    for (const api of [new Api(founded.server.url), hall.author.api]) {
      const answered = await api.ask(query);
      expect(codeOf(answered)).toBe(code);
      expect(JSON.stringify(answered)).not.toMatch(INTERNALS);
      expect(codeOf(await api.firstOf(query, {}))).toBe(code);
    }
  });

  it.each([
    ["no JSON", "{ nonsense"],
    ["no document", "{}"],
    ["a list", "[]"],
    ["a huge body", JSON.stringify({ query: "{ serverTime }", variables: { x: "å".repeat(100_000) } })],
  ])("%s in place of a request", async (_what, body) => {
    const response = await new Api(founded.server.url).post(body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(INTERNALS);
  });
});
