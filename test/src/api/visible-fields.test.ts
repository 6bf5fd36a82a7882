import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, type Fields } from "../house/api.js";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall, type People, type Somebody } from "../house/hall.js";

let founded: Founded;
let people: People;
let hall: Hall;

beforeAll(async () => {
  founded = await foundServer();
  people = founded.people;
  hall = await Hall.open(people);
});
afterAll(() => founded?.stop());

const everybody = (): Record<string, Somebody> => ({
  elsewhere: hall.elsewhere,
  peer: hall.peer,
  author: hall.author,
  member: people.member,
  leader: people.leader,
  owner: people.owner,
});

/** What each of those who may see the gathering is answered. */
const toEach = async <T>(
  ask: (somebody: Somebody) => Promise<T>,
  who: Record<string, Somebody> = everybody(),
): Promise<Record<string, T>> => {
  const seen: Record<string, T> = {};
  for (const [role, somebody] of Object.entries(who)) seen[role] = await ask(somebody);
  return seen;
};

const inGathering = async <T>({ api }: Somebody, selection: string, id = hall.id): Promise<T> =>
  api.read<T>(`query ($id: ID!) { gathering(id: $id) { ${selection} } }`, { id });

const card = async ({ api }: Somebody, id: string): Promise<Fields | string | undefined> => {
  const selection = "id body visibility isMine anonymous hiddenReason author { name } unit { name }";
  const answered = await api.ask(`query ($id: ID!) { contribution(id: $id) { ${selection} } }`, { id });
  return codeOf(answered) ?? (answered.data?.["contribution"] as Fields);
};

describe("of a gathering", () => {
  it("the list of people is for those who lead", async () => {
    const selection = "people { totalCount }";
    const seen = await toEach((one) => inGathering<{ people: unknown }>(one, selection));
    const none = { people: null };
    const all = { people: { totalCount: 3 } };
    expect(seen).toEqual({
      elsewhere: none,
      peer: none,
      author: none,
      member: none,
      leader: all,
      owner: all,
    });
  });

  it("the join code is nobody's once the door is closed", async () => {
    const closing = await Hall.open(people, "Er over");
    const who = { author: closing.author, member: people.member, leader: people.leader, owner: people.owner };
    const codes = (): Promise<Record<string, unknown>> =>
      toEach(async (one) => (await inGathering<Fields>(one, "joinCode", closing.id))["joinCode"], who);
    const { code } = closing;
    expect(await codes()).toEqual({ author: code, member: code, leader: code, owner: code });
    await closing.lead.act("changeState", { gatheringId: closing.id, to: "FOLLOW_UP" });
    expect(await codes()).toEqual({ author: null, member: null, leader: null, owner: null });
  });
});

describe("of a vote", () => {
  const rounds = "voteRounds { votedCount results { ideaId dots } viewerBallots { choices { dots } } }";

  it("totals are nobody's until they are revealed, how many have voted is everybody's, and a ballot is its voter's", async () => {
    const ideaId = await hall.post(hall.author, { kind: "IDEA" });
    const roundId = await hall.openRound([ideaId]);
    await hall.peer.api.act("castBallot", { roundId, choices: [{ ideaId, dots: 2 }] });
    const seen = (): Promise<Record<string, unknown>> =>
      toEach(async (one) => (await inGathering<{ voteRounds: Fields[] }>(one, rounds)).voteRounds[0]);
    const expected = (results: unknown): Fields => {
      const room = { votedCount: 1, results, viewerBallots: [] };
      const peer = { ...room, viewerBallots: [{ choices: [{ dots: 2 }] }] };
      return { elsewhere: room, peer, author: room, member: room, leader: room, owner: room };
    };
    expect(await seen()).toEqual(expected(null));
    await hall.lead.act("closeRound", { roundId });
    expect(await seen()).toEqual(expected(null));
    await hall.lead.act("revealRound", { roundId });
    expect(await seen()).toEqual(expected([{ ideaId, dots: 2 }]));
  });
});

describe("of a card", () => {
  it("that is hidden, the reason is for its author and those who lead, and the rest is nobody else's", async () => {
    const contributionId = await hall.post(hall.author, { kind: "IDEA" });
    const reason = "Kan peke på et barn.";
    await hall.lead.act("hideContribution", { contributionId, reason });
    const hidden = expect.objectContaining({ visibility: "HIDDEN", hiddenReason: reason });
    expect(await toEach((one) => card(one, contributionId))).toEqual({
      elsewhere: "NOT_FOUND",
      peer: "NOT_FOUND",
      author: hidden,
      member: "NOT_FOUND",
      leader: hidden,
      owner: hidden,
    });
  });

  it("without a name, the author is told to nobody", async () => {
    const itemId = await hall.addItem({ naming: "ANONYMOUS" });
    const id = await hall.post(hall.author, { kind: "REFLECTION", itemId });
    const seen = await toEach((one) => card(one, id));
    for (const [role, found] of Object.entries(seen)) {
      const isMine = role === "author";
      expect(found).toMatchObject({ anonymous: true, author: null, unit: null, isMine });
    }
  });

  it("that is silent, nothing is anybody's but the author's until it is opened", async () => {
    const itemId = await hall.addItem({ writing: "SILENT" });
    const id = await hall.post(hall.author, { kind: "REFLECTION", itemId });
    const mine = expect.objectContaining({ visibility: "ONLY_ME", isMine: true });
    const not = "NOT_FOUND";
    expect(await toEach((one) => card(one, id))).toEqual({
      elsewhere: not,
      peer: not,
      author: mine,
      member: not,
      leader: not,
      owner: not,
    });
    await hall.lead.act("openWriting", { itemId });
    const open = expect.objectContaining({ visibility: "OPEN", author: { name: "Anna" } });
    const all = Object.fromEntries(Object.keys(everybody()).map((role) => [role, open]));
    expect(await toEach((one) => card(one, id))).toEqual(all);
  });
});
