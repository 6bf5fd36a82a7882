import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, codeOf, documentOf } from "../house/api.js";
import { randomUUID } from "node:crypto";
import { type Founded, foundServer } from "../house/founded.js";
import { Follower, readBoard } from "../house/follower.js";
import { foundPeople, Hall, type People } from "../house/hall.js";

let founded: Founded;
let people: People;
beforeAll(async () => {
  founded = await foundServer({ LOG_LEVEL: "trace" });
  people = founded.people;
});
afterAll(() => founded?.stop());

/** Where in all the database a text stands, as `table: row`. */
const standsIn = async (text: string): Promise<string[]> => {
  const client = new Client({ connectionString: founded.database.url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${name} t WHERE strpos(row_to_json(t)::text, $1) > 0`,
      [text],
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  await client.end();
  return found;
};

const erase = (api: Api, input: object): Promise<{ everywhere: boolean }> =>
  api.act("erasePerson", { cards: "ANONYMISE", ...input }, "everywhere");

const codeOfErasing = async (api: Api, input: object): Promise<string | undefined> => {
  const variables = { input: { clientMutationId: randomUUID(), cards: "WITHDRAW", ...input } };
  return codeOf(await api.ask(documentOf("Mutation", "erasePerson"), variables));
};

const nameOf = async (api: Api): Promise<string | undefined> => {
  const { person } = await api.read<{ person: { name: string } | null }>("{ viewer { person { name } } }");
  return person?.name;
};

/** Somebody who follows the hall's board while `work` is done; what they see then is what anybody fresh sees. */
const whileFollowed = async (hall: Hall, work: () => Promise<void>) => {
  const follower = new Follower(
    hall.elsewhere.api,
    hall.boardId,
    await readBoard(hall.elsewhere.api, hall.boardId),
  );
  const following = follower.follow();
  await work();
  const fresh = await readBoard(hall.elsewhere.api, hall.boardId);
  await follower.reaches(fresh.cursor);
  expect(follower.cards).toEqual(fresh.cards);
  follower.stop();
  await following;
  return fresh.cards;
};

describe("somebody who erases themselves", () => {
  it("takes everything along first, and then leaves their words and no name: not stored, shown, fed or logged", async () => {
    const hall = await Hall.open(people, "Vårsamling");
    const who = await hall.join("Torbjørg Eikeland");
    const { groupId } = hall;
    await hall.lead.act("seatParticipant", { participantId: who.participantId, groupId });
    const { participantId } = who;
    await hall.lead.act("setProfession", { participantId, profession: "ACADEMIC" });
    const body = "Vi lar elevene skrive først.";
    const id = await hall.post(who, { kind: "IDEA", body });
    const own = await who.api.read<string>("{ ownData }");
    const parsed = JSON.parse(own) as { name: string; gatherings: { cards: { id: string }[] }[] };
    expect(parsed.name).toBe("Torbjørg Eikeland");
    expect(parsed.gatherings.flatMap(({ cards }) => cards.map((card) => card.id))).toEqual([id]);
    expect(own).toContain(body);
    expect(own).toContain("academic");
    expect(await standsIn("Torbjørg")).not.toEqual([]);

    const cards = await whileFollowed(hall, async () => {
      expect(await erase(who.api, { myself: true })).toEqual({
        __typename: "PersonErased",
        everywhere: true,
      });
    });
    expect(cards.get(id)).toMatchObject({ body, author: null });
    expect(await standsIn("Torbjørg")).toEqual([]);
    expect(await standsIn("academic")).toEqual([]);
    expect(founded.server.said()).not.toContain("Torbjørg");
    expect(await nameOf(who.api)).toBeUndefined();
    expect(codeOf(await who.api.ask("{ ownData }"))).toBe("UNAUTHENTICATED");
    const query =
      "query ($id: ID!) { gathering(id: $id) { people { edges { node { name } } } groups { members { name } } } }";
    expect(JSON.stringify(await hall.lead.read(query, { id: hall.id }))).not.toContain("Torbjørg");
  });

  it("says so: who names nobody, or two, is asked again", async () => {
    const hall = await Hall.open(people, "Vintersamling");
    const { participantId } = hall.author;
    for (const whom of [
      {},
      { myself: true, participantId },
      { participantId, membershipId: people.memberships.leader },
    ])
      expect(await codeOfErasing(people.owner.api, whom)).toBe("BAD_INPUT");
    expect(await nameOf(hall.author.api)).toBe("Anna");
  });

  it("cannot leave a network without an owner", async () => {
    expect(await codeOfErasing(people.owner.api, { myself: true })).toBe("FORBIDDEN");
    expect(await nameOf(people.owner.api)).toBeTruthy();
  });
});

describe("an owner who erases", () => {
  it("a participant: the words go too where that is wanted, and sending it again changes nothing", async () => {
    const hall = await Hall.open(people, "Høstsamling");
    const { participantId } = hall.peer;
    const id = await hall.post(hall.peer, { kind: "IDEA", body: "Et lite sted med lang vei." });
    for (const who of [hall.author, hall.people.member, hall.people.leader]) {
      const code = await codeOfErasing(who.api, { participantId });
      expect(["FORBIDDEN", "NOT_FOUND"]).toContain(code);
    }
    expect(await standsIn("lang vei")).toHaveLength(1);

    const input = { participantId, cards: "WITHDRAW", clientMutationId: randomUUID() };
    const cards = await whileFollowed(hall, async () => {
      expect(await erase(people.owner.api, input)).toMatchObject({ everywhere: true });
    });
    expect(cards.get(id)?.body ?? "").toBe("");
    expect(await standsIn("lang vei")).toEqual([]);
    expect(await standsIn(hall.peer.participantId)).not.toEqual([]);
    expect(await erase(people.owner.api, input)).toMatchObject({ everywhere: true });
    expect(await nameOf(hall.author.api)).toBe("Anna");
  });

  it("a member, whose session ends", async () => {
    const membershipId = people.memberships.member;
    expect(await nameOf(people.member.api)).toBe("Kari");
    expect(await codeOfErasing(people.leader.api, { membershipId })).toBe("FORBIDDEN");
    expect(await erase(people.owner.api, { membershipId })).toMatchObject({ everywhere: true });
    expect(await nameOf(people.member.api)).toBeUndefined();
    expect(await standsIn('"Kari"')).toEqual([]);
  });

  it("nobody of another network", async () => {
    const others = await foundPeople(founded.server.url, founded.database.url, "Indre Fjord");
    const membershipId = others.memberships.member;
    expect(await codeOfErasing(people.owner.api, { membershipId })).toBe("NOT_FOUND");
    expect(await codeOfErasing(people.owner.api, { membershipId: "x" })).toBe("NOT_FOUND");
    expect(await nameOf(others.member.api)).toBe("Kari");
  });
});
