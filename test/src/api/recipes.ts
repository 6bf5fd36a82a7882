import { randomUUID } from "node:crypto";
import type { Fields } from "../house/api.js";
import { beginOf } from "../house/follower.js";
import { Hall, itemFields, type Somebody, signInToken } from "../house/hall.js";

/** What an operation is tried upon. */
export interface Scene {
  readonly hall: Hall;
  /** Who calls. */
  readonly role: string;
}

type Recipe = (scene: Scene) => Fields | Promise<Fields>;

const write = (input: (scene: Scene) => Fields | Promise<Fields>): Recipe => {
  return async (scene) => ({ input: { clientMutationId: randomUUID(), ...(await input(scene)) } });
};

const idea = ({ hall }: Scene): Promise<string> => hall.post(hall.author, { kind: "IDEA" });
const WORDS = {
  title: "Lesestund i par",
  body: "Elevene leser for hverandre.",
  lens: "GOOD",
  theme: "Lesing",
  challengeUsOn: "Hva ser vi ikke?",
};
const example = ({ hall }: Scene): Promise<string> =>
  hall.post(hall.author, { kind: "PRACTICE_EXAMPLE", ...WORDS });
const challenge = async (scene: Scene): Promise<string> =>
  scene.hall.post(scene.hall.peer, { kind: "CHALLENGE", toId: await idea(scene) });
const answer = async (scene: Scene): Promise<string> =>
  scene.hall.post(scene.hall.author, { kind: "ANSWER", toId: await challenge(scene), fromAuthor: true });
const round = async (scene: Scene): Promise<string> => scene.hall.openRound([await idea(scene)]);

const closedRound = async (scene: Scene): Promise<string> => {
  const roundId = await round(scene);
  await scene.hall.lead.act("closeRound", { roundId });
  return roundId;
};

const hiddenIdea = async (scene: Scene): Promise<string> => {
  const contributionId = await idea(scene);
  await scene.hall.lead.act("hideContribution", { contributionId, reason: "Kan peke på et barn." });
  return contributionId;
};

const mergedIdea = async (scene: Scene): Promise<string> => {
  const [intoId, fromId] = [await idea(scene), await idea(scene)];
  await scene.hall.lead.act("mergeIdeas", { intoId, fromIds: [fromId] });
  return fromId;
};

const inGathering = ({ hall }: Scene): Fields => ({ gatheringId: hall.id });
const onCard =
  (card: (scene: Scene) => Promise<string>, more: Fields = {}) =>
  async (scene: Scene): Promise<Fields> => ({ contributionId: await card(scene), ...more });
const onItem =
  (more: Fields = {}, changes: Fields = {}) =>
  async ({ hall }: Scene): Promise<Fields> => ({ itemId: await hall.addItem(changes), ...more });

const apart = ({ hall }: Scene): Fields => ({
  gatheringId: hall.id,
  kind: "APART",
  participantIds: [hall.author.participantId, hall.elsewhere.participantId],
});

/** A wish that stands; its id. */
const newWish = async (scene: Scene): Promise<string> => {
  await scene.hall.lead.act("addWish", apart(scene));
  const query = "query ($id: ID!) { gathering(id: $id) { seating { wishes { id } } } }";
  const { seating } = await scene.hall.lead.read<{ seating: { wishes: { id: string }[] } }>(query, {
    id: scene.hall.id,
  });
  return seating.wishes.at(-1)?.id ?? "";
};

/** The state the gathering can be taken to and back from. */
const nextState = async ({ hall }: Scene): Promise<string> => {
  const query = "query ($id: ID!) { gathering(id: $id) { state } }";
  const { state } = await hall.lead.read<{ state: string }>(query, { id: hall.id });
  return state === "LIVE" ? "FOLLOW_UP" : "LIVE";
};

const emptyPlenary = async ({ hall }: Scene): Promise<void> => {
  const query = "query ($id: ID!) { gathering(id: $id) { plenaryIdeas { id } } }";
  const { plenaryIdeas } = await hall.lead.read<{ plenaryIdeas: { id: string }[] }>(query, { id: hall.id });
  for (const { id } of plenaryIdeas) await hall.lead.act("takeFromPlenary", { contributionId: id });
};

/** A card that lies there before anything is asked, so that a feed from the beginning has something to say. */
const followed = async (scene: Scene): Promise<Fields> => {
  await idea(scene);
  return { boardId: scene.hall.boardId, cursor: beginOf(scene.hall.boardId) };
};

/** For each field of the API, the arguments with which those who may use it are answered. */
export const recipes: Readonly<Record<string, Recipe>> = {
  "Query.board": ({ hall }) => ({ id: hall.boardId }),
  "Query.contribution": async (scene) => ({ id: await idea(scene) }),
  "Query.door": ({ hall }) => ({ code: hall.code }),
  "Query.gathering": ({ hall }) => ({ id: hall.id }),
  "Query.network": ({ hall }) => ({ id: hall.people.network.networkId }),
  "Query.ownData": () => ({}),
  "Query.programmeTemplates": () => ({ language: "NN", minutes: 150 }),
  "Query.serverTime": () => ({}),
  "Query.publicAddress": () => ({}),
  "Query.trail": async (scene) => ({ contributionId: await challenge(scene) }),
  "Query.viewer": () => ({}),

  "Mutation.addItem": write(({ hall }) => ({ gatheringId: hall.id, item: itemFields() })),
  "Mutation.addMember": write(({ hall }) => ({
    networkId: hall.people.network.networkId,
    name: "Liv",
    role: "MEMBER",
  })),
  "Mutation.addUnit": write(({ hall }) => ({
    networkId: hall.people.network.networkId,
    unit: { name: `Enhet ${randomUUID()}`, municipality: "Lysnes", kind: "SCHOOL" },
  })),
  "Mutation.callTogether": write((scene) => ({ ...inGathering(scene), boardId: scene.hall.boardId })),
  "Mutation.addWish": write(apart),
  "Mutation.castBallot": write(async (scene) => {
    const ideaId = await idea(scene);
    return { roundId: await scene.hall.openRound([ideaId]), choices: [{ ideaId, dots: 1 }] };
  }),
  "Mutation.castTableBallots": write(async (scene) => {
    const ideaId = await idea(scene);
    return { roundId: await scene.hall.openRound([ideaId]), choices: [{ ideaId, dots: 1 }] };
  }),
  "Mutation.changeState": write(async (scene) => ({ ...inGathering(scene), to: await nextState(scene) })),
  "Mutation.closeRound": write(async (scene) => ({ roundId: await round(scene) })),
  "Mutation.createDeviceLink": write(({ hall }) => ({ participantId: hall.peer.participantId })),
  "Mutation.createGathering": write(({ hall }) => ({
    networkId: hall.people.network.networkId,
    title: "Vårsamling",
    startsAt: "2027-05-01T08:00:00Z",
    template: "ETTERMIDDAG",
    minutes: 150,
    language: "NN",
  })),
  "Mutation.createSignInLink": write(({ hall }) => ({ membershipId: hall.people.memberships.member })),
  "Mutation.editContribution": write(onCard(example, { ...WORDS, body: "Et kvarter." })),
  "Mutation.editGathering": write((scene) => ({ ...inGathering(scene), title: "Høstsamling to" })),
  "Mutation.editItem": write(onItem({ item: itemFields({ title: "Ny" }) })),
  "Mutation.editParticipant": write(({ hall }) => ({
    participantId: hall.peer.participantId,
    name: "Bo Berg",
    unitId: hall.people.network.units[0]?.id,
    people: 1,
  })),
  // Somebody who came for this: those who call are still needed.
  "Mutation.erasePerson": write(async ({ hall }) => ({
    participantId: (await hall.join("Sissel")).participantId,
    cards: "ANONYMISE",
  })),
  "Mutation.freezeBoard": write(({ hall }) => ({ boardId: hall.otherBoardId, frozen: true })),
  "Mutation.goToItem": write(async ({ hall }) => ({ gatheringId: hall.id, itemId: await hall.addItem({}) })),
  "Mutation.hideContribution": write(onCard(idea, { reason: "Kan peke på et barn." })),
  "Mutation.join": write(({ hall, role }) => ({
    code: hall.code,
    name: role,
    unitId: hall.people.network.units[0]?.id,
    wantsToken: true,
  })),
  "Mutation.makeGroups": write((scene) => ({ ...inGathering(scene), arena: "CROSS", size: 2 })),
  "Mutation.markAnswer": write(onCard(answer, { fromAuthor: false })),
  "Mutation.mergeIdeas": write(async (scene) => ({
    intoId: await idea(scene),
    fromIds: [await idea(scene)],
  })),
  "Mutation.moveItem": write(onItem({ afterItemId: null })),
  "Mutation.moveSeats": write(({ hall }) => ({
    gatheringId: hall.id,
    moves: [{ participantId: hall.author.participantId, groupId: hall.groupId }],
  })),
  "Mutation.openRound": write(async (scene) => ({
    ...inGathering(scene),
    title: "Hva vil vi prøve?",
    budget: 3,
    maxPerIdea: 1,
    ideaIds: [await idea(scene)],
  })),
  "Mutation.closeWriting": write(async ({ hall }) => {
    const itemId = await hall.addItem({ writing: "SILENT" });
    await hall.lead.act("openWriting", { itemId });
    return { itemId };
  }),
  "Mutation.openWriting": write(onItem({}, { writing: "SILENT" })),
  "Mutation.passTurn": write(async ({ hall }) => {
    const query = "query ($id: ID!) { gathering(id: $id) { turns { groupId participantId } } }";
    const { turns } = await hall.lead.read<{ turns: { groupId: string; participantId: string }[] }>(query, {
      id: hall.id,
    });
    const from = turns.find(({ groupId }) => groupId === hall.groupId)?.participantId ?? null;
    return { groupId: hall.groupId, fromParticipantId: from, toParticipantId: hall.author.participantId };
  }),
  "Mutation.postContribution": write(({ hall }) => ({
    boardId: hall.boardId,
    kind: "PRACTICE_EXAMPLE",
    ...WORDS,
  })),
  "Mutation.project": write((scene) => ({ ...inGathering(scene), view: "TILES" })),
  "Mutation.redeemSignInLink": write(async ({ hall }) => ({
    token: await signInToken(hall.people.owner.api, hall.people.memberships.member),
    wantsToken: true,
  })),
  "Mutation.removeItem": write(onItem()),
  "Mutation.removeParticipant": write(async ({ hall }) => ({
    participantId: (await hall.join("Gjest")).participantId,
  })),
  "Mutation.removeWish": write(async (scene) => ({ ...inGathering(scene), wishId: await newWish(scene) })),
  "Mutation.renewJoinCode": write(inGathering),
  "Mutation.rescaleProgramme": write(async ({ hall }) => {
    await hall.lead.act("addItem", { gatheringId: hall.id, item: itemFields(), afterItemId: hall.itemId });
    return { gatheringId: hall.id, minutes: 600 };
  }),
  "Mutation.restoreContribution": write(onCard(hiddenIdea)),
  "Mutation.revealRound": write(async (scene) => ({ roundId: await closedRound(scene) })),
  "Mutation.seatParticipant": write(({ hall }) => ({
    participantId: hall.author.participantId,
    groupId: hall.groupId,
  })),
  "Mutation.sendToPlenary": write(async (scene) => {
    // Room for one more from this group, however often it is asked.
    const contributionId = await idea(scene);
    await emptyPlenary(scene);
    return { contributionId };
  }),
  "Mutation.setClock": write(async (scene) => {
    await scene.hall.lead.attempt("setClock", { ...inGathering(scene), action: "START", seconds: 600 });
    return { ...inGathering(scene), action: "EXTEND", seconds: 60 };
  }),
  "Mutation.setIdeasPerGroup": write((scene) => ({ ...inGathering(scene), limit: 5 })),
  "Mutation.setPhase": write((scene) => ({ ...inGathering(scene), phase: "GROUP" })),
  "Mutation.setProfession": write(({ hall }) => ({
    participantId: hall.author.participantId,
    profession: "TEACHER",
  })),
  "Mutation.setSign": write(async (scene) => {
    const query = "query ($id: ID!) { gathering(id: $id) { moment } }";
    const { moment } = await scene.hall.lead.read<{ moment: number }>(query, { id: scene.hall.id });
    return { ...inGathering(scene), moment, ready: true };
  }),
  "Mutation.setUnitKind": write(({ hall }) => ({
    unitId: hall.people.network.units[0]?.id,
    kind: "PRIMARY_SCHOOL",
  })),
  "Mutation.signOut": write(() => ({})),
  "Mutation.signalWriting": ({ hall }) => ({ boardId: hall.boardId }),
  "Mutation.takeFromPlenary": write(onCard(idea)),
  "Mutation.takeHome": write(onCard(idea, { body: "Vi prøver dette til påske." })),
  "Mutation.unmergeIdea": write(onCard(mergedIdea)),
  "Mutation.withdrawContribution": write(onCard(idea)),

  "Subscription.boardFeed": followed,
  "Subscription.gatheringFeed": ({ hall }) => ({
    gatheringId: hall.id,
    cursor: beginOf(hall.id),
    parts: ["PROGRAMME"],
  }),
  "Subscription.pulseFeed": ({ hall }) => ({ gatheringId: hall.id }),
};

/** Those who stand so to the hall; null for nobody. A removed participant was in the group. */
export const callersIn = async (hall: Hall, stranger: Somebody): Promise<Record<string, Somebody | null>> => {
  const removed = await hall.join("Fjernet");
  await hall.lead.act("seatParticipant", { participantId: removed.participantId, groupId: hall.groupId });
  await hall.lead.act("removeParticipant", { participantId: removed.participantId });
  const { owner, leader, member } = hall.people;
  const { author, peer, elsewhere } = hall;
  return { nobody: null, stranger, removed, elsewhere, peer, author, member, leader, owner };
};
