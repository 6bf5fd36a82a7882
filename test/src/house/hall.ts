import { randomUUID } from "node:crypto";
import { Api, type Fields } from "./api.js";
import { type Founded, Founder } from "./founding.js";

/** Somebody who calls. */
export interface Somebody {
  readonly api: Api;
  readonly personId: string;
}

export interface Participant extends Somebody {
  readonly participantId: string;
}

/** What it takes to hold a gathering. */
export interface Hosts {
  readonly network: Pick<Founded, "networkId" | "units">;
  readonly leader: Somebody;
}

/** A network, and those who belong to it. */
export interface People extends Hosts {
  readonly network: Founded;
  readonly founder: Founder;
  readonly owner: Somebody;
  readonly member: Somebody;
  readonly memberships: Readonly<Record<"owner" | "leader" | "member", string>>;
}

const whoIs = async (api: Api): Promise<Somebody> => {
  const { person } = await api.read<{ person: { id: string } }>("{ viewer { person { id } } }");
  return { api, personId: person.id };
};

/** The token at the end of a one-time link. */
export const signInToken = async (api: Api, membershipId: string): Promise<string> => {
  const selection = "... on NetworkWritten { signInLink { url } }";
  const made = await api.act<{ signInLink: { url: string } }>(
    "createSignInLink",
    { membershipId },
    selection,
  );
  return made.signInLink.url.split("/").at(-1) ?? "";
};

/** Signs in by a one-time link's token. */
const signIn = async (api: Api, token: string): Promise<Somebody> => {
  const input = { token, wantsToken: true };
  const signedIn = await api.act<{ token: string }>("redeemSignInLink", input, "... on SignedIn { token }");
  return whoIs(api.as(signedIn.token));
};

const membershipsOf = async (api: Api, id: string): Promise<{ id: string; role: string }[]> => {
  const query = "query ($id: ID!) { network(id: $id) { members { edges { node { id role } } } } }";
  const network = await api.read<{ members: { edges: { node: { id: string; role: string } }[] } }>(query, {
    id,
  });
  return network.members.edges.map(({ node }) => node);
};

const THREE_UNITS = ["Skarvfjord skole", "Fjæra barnehage", "PPT Ytre Kyst"];

/** Founds a network with units, an owner, a leader and a member. */
export const foundPeople = async (
  url: string,
  databaseUrl: string,
  name = "Ytre Kyst",
  unitNames: readonly string[] = THREE_UNITS,
): Promise<People> => {
  const founder = new Founder(databaseUrl);
  const network = await founder.found(name, unitNames);
  const owner = await whoIs(new Api(url, network.ownerToken));
  const { networkId } = network;
  for (const role of ["LEADER", "MEMBER"])
    await owner.api.act("addMember", {
      networkId,
      name: role === "LEADER" ? "Ingvild" : "Kari",
      role,
      unitId: null,
    });
  const memberships = await membershipsOf(owner.api, networkId);
  const idOf = (role: string): string => memberships.find((one) => one.role === role)?.id ?? "";
  const ids = { owner: idOf("OWNER"), leader: idOf("LEADER"), member: idOf("MEMBER") };
  const [leader, member] = [
    await signIn(owner.api, await signInToken(owner.api, ids.leader)),
    await signIn(owner.api, await signInToken(owner.api, ids.member)),
  ];
  return { network, founder, owner, leader, member, memberships: ids };
};

/** Those who lead the demo, by the link that its server has printed. */
export const hostsOfDemo = async (url: string, token: string): Promise<Hosts> => {
  const leader = await signIn(new Api(url), token);
  const query = "{ viewer { networks { id units { id name } } } }";
  const { networks } = await leader.api.read<{ networks: { id: string; units: Founded["units"] }[] }>(query);
  const [network] = networks;
  if (!network) throw new Error("The demo has no network.");
  return { leader, network: { networkId: network.id, units: network.units } };
};

const EVERY_KIND = [
  "PRACTICE_EXAMPLE",
  "CHALLENGE",
  "ANSWER",
  "IDEA",
  "REFLECTION",
  "TAKEAWAY",
  "THEORY_INPUT",
];

/** A programme item as the API takes it: open and by name, and inviting every kind, where nothing else is said. */
export const itemFields = (changes: Fields = {}): Fields => ({
  title: "Utveksling",
  kind: "EXCHANGE",
  arena: "CROSS",
  minutes: 20,
  instruction: "",
  invites: EVERY_KIND,
  naming: "NAMED",
  writing: "OPEN",
  ...changes,
});

/** A live gathering, planned, led and attended over the API alone. */
export class Hall<Led extends Hosts = People> {
  private constructor(
    readonly people: Led,
    readonly id: string,
    readonly code: string,
    /** The item that is on. */
    readonly itemId: string,
    /** A group across units with a seat for `author` and `peer`. */
    readonly boardId: string,
    readonly groupId: string,
    /** The group of `elsewhere`. */
    readonly otherBoardId: string,
    readonly author: Participant,
    readonly peer: Participant,
    readonly elsewhere: Participant,
  ) {}

  static async open<Led extends Hosts>(people: Led, title = "Høstsamling"): Promise<Hall<Led>> {
    const { id, code } = await planGathering(people, title);
    const units = people.network.units;
    const [author, peer, elsewhere] = [
      await comeTo(people, code, "Anna", units[0]?.id),
      await comeTo(people, code, "Bjarte", units[1]?.id),
      await comeTo(people, code, "Synnøve", units[2]?.id),
    ] as [Participant, Participant, Participant];
    const lead = people.leader.api;
    await lead.act("changeState", { gatheringId: id, to: "LIVE" });
    const added = await lead.act<{ item: { id: string } }>(
      "addItem",
      { gatheringId: id, item: itemFields() },
      "... on GatheringWritten { item { id } }",
    );
    await lead.act("goToItem", { gatheringId: id, itemId: added.item.id });
    const [group, other] = await seat(lead, id, [author, peer, elsewhere]);
    return new Hall(
      people,
      id,
      code,
      added.item.id,
      group.boardId,
      group.id,
      other.boardId,
      author,
      peer,
      elsewhere,
    );
  }

  get lead(): Api {
    return this.people.leader.api;
  }

  join(name: string, unit = 0): Promise<Participant> {
    return comeTo(this.people, this.code, name, this.people.network.units[unit]?.id);
  }

  async addItem(changes: Fields): Promise<string> {
    const input = { gatheringId: this.id, item: itemFields(changes) };
    const selection = "... on GatheringWritten { item { id } }";
    return (await this.lead.act<{ item: { id: string } }>("addItem", input, selection)).item.id;
  }

  /** Somebody posts a card on the group's board; its id. */
  async post(who: Somebody, input: Fields): Promise<string> {
    const clientMutationId = randomUUID();
    await who.api.act("postContribution", {
      boardId: this.boardId,
      body: "Ti minutter høytlesing hver dag.",
      clientMutationId,
      ...input,
    });
    return clientMutationId;
  }

  /** A round on the given ideas; its id. */
  async openRound(ideaIds: readonly string[], budget = 3, maxPerIdea = 2): Promise<string> {
    const input = { gatheringId: this.id, title: "Hva vil vi prøve?", budget, maxPerIdea, ideaIds };
    const selection = "... on GatheringWritten { round { id } }";
    return (await this.lead.act<{ round: { id: string } }>("openRound", input, selection)).round.id;
  }
}

/** A gathering open for joining, with the programme that every new one begins with unless `changes` name another. */
export const planGathering = async (
  { leader, network }: Hosts,
  title: string,
  changes: Fields = {},
): Promise<{ id: string; code: string }> => {
  const planned = await leader.api.act<{ gathering: { id: string } }>(
    "createGathering",
    { networkId: network.networkId, title, startsAt: "2027-03-01T08:00:00Z", ...changes },
    "... on NetworkWritten { gathering { id } }",
  );
  const { id } = planned.gathering;
  const opened = await leader.api.act<{ gathering: { joinCode: string } }>(
    "changeState",
    { gatheringId: id, to: "PREPARING" },
    "... on GatheringWritten { gathering { joinCode } }",
  );
  return { id, code: opened.gathering.joinCode };
};

/** Somebody comes in by a gathering's code. */
export const comeTo = async (
  people: Hosts,
  code: string,
  name: string,
  unitId?: string,
): Promise<Participant> => {
  const guest = new Api(people.leader.api.url);
  const joined = await guest.act<{ token: string; participant: { id: string } }>(
    "join",
    { code, name, unitId, wantsToken: true },
    "... on Joined { token participant { id } }",
  );
  return { ...(await whoIs(guest.as(joined.token))), participantId: joined.participant.id };
};

interface Group {
  readonly id: string;
  readonly members: readonly { readonly id: string }[];
  readonly boardId: string;
}

/**
 * Two groups: the first two of those who are there in one, the third in the other, where they were seated at once:
 * whoever has sat in a group may go on writing there.
 */
const seat = async (
  lead: Api,
  gatheringId: string,
  there: readonly Participant[],
): Promise<[Group, Group]> => {
  await lead.act("makeGroups", { gatheringId, arena: "CROSS", size: 2 });
  const query = "query ($id: ID!) { gathering(id: $id) { groups { id boardId members { id } } } }";
  const { groups } = await lead.read<{ groups: Group[] }>(query, { id: gatheringId });
  const isOf = ({ members }: Group): boolean => members.some(({ id }) => id === there[2]?.participantId);
  const [group, other] = groups.toSorted((a, b) => Number(isOf(a)) - Number(isOf(b))) as [Group, Group];
  for (const [i, { participantId }] of there.entries())
    await lead.act("seatParticipant", { participantId, groupId: (i < 2 ? group : other).id });
  return [group, other];
};
