import { randomUUID } from "node:crypto";
import { isRefusal, type Api, type Fields } from "../house/api.js";
import { readBoard } from "../house/follower.js";
import type { Hall, Participant, Somebody } from "../house/hall.js";

/** Somebody's way in at one of the two nodes. */
export type At = (who: Somebody, node: 0 | 1) => Api;

/** What two do at the same moment at different nodes; answers what is not as it should be, one line each. */
type Race = (hall: Hall, at: At) => Promise<string[]>;

const ROUNDS = 5;
const VOTES_EACH = 3;

interface Answer {
  readonly __typename: string;
}

const times = async (work: (round: number) => Promise<string[]>): Promise<string[]> => {
  const found: string[] = [];
  for (let round = 0; round < ROUNDS; round++) found.push(...(await work(round)));
  return found;
};

/** How often each kind of answer came, as in "2 GatheringWritten 1 Outdated". */
const tally = (answers: readonly Answer[]): string => {
  const names = answers.map(({ __typename }) => __typename).toSorted();
  return [...new Set(names)].map((name) => `${names.filter((one) => one === name).length} ${name}`).join(" ");
};

const unlike = (what: string, found: unknown, wanted: unknown): string[] =>
  JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];

/** What both nodes say of the gathering. */
const bothRead = async <T>(hall: Hall, at: At, selection: string): Promise<[T, T]> => {
  const query = `query ($id: ID!) { gathering(id: $id) { ${selection} } }`;
  const read = (node: 0 | 1): Promise<T> => at(hall.people.leader, node).read<T>(query, { id: hall.id });
  return Promise.all([read(0), read(1)]);
};

const stands = ({ __typename }: Answer): boolean => !isRefusal(__typename);

/** A card of somebody's at the second node; its id where it stands, and how it was answered. */
const post = async (
  { boardId }: Hall,
  at: At,
  who: Participant,
  input: Fields = {},
): Promise<Answer & { id: string | null }> => {
  const clientMutationId = randomUUID();
  const words = { kind: "IDEA", body: `Kort ${clientMutationId}` };
  const api = at(who, 1);
  const answer = await api.attempt("postContribution", { boardId, clientMutationId, ...words, ...input });
  return { ...answer, id: stands(answer) ? clientMutationId : null };
};

const twoPressNext: Race = async (hall, at) => {
  const leaders = [at(hall.people.leader, 0), at(hall.people.owner, 1)];
  let fromItemId = hall.itemId;
  const found = await times(async () => {
    const itemId = await hall.addItem({});
    const input = { gatheringId: hall.id, itemId, fromItemId };
    const pressed = await Promise.all(leaders.map((api) => api.attempt("goToItem", input)));
    fromItemId = itemId;
    const [left, right] = await bothRead(hall, at, "currentItemId moment");
    return [
      ...unlike("who pressed Next", tally(pressed), "1 GatheringWritten 1 Outdated"),
      ...unlike("what the nodes say", left, right),
    ];
  });
  const [{ currentItemId }] = await bothRead<{ currentItemId: string }>(hall, at, "currentItemId");
  return [...found, ...unlike("where the gathering is", currentItemId, fromItemId)];
};

const ballotsAtTheClose: Race = (hall, at) =>
  times(async () => {
    const ideaId = await hall.post(hall.author, { kind: "IDEA", body: `Idé ${randomUUID()}` });
    const roundId = await hall.openRound([ideaId], 1, 1);
    const voters = [hall.author, hall.peer, hall.elsewhere];
    const castAll = async (who: Participant): Promise<Answer[]> => {
      const input = { roundId, choices: [{ ideaId, dots: 1 }] };
      return Promise.all(Array.from({ length: VOTES_EACH }, () => at(who, 1).attempt("castBallot", input)));
    };
    const [, ...cast] = await Promise.all([
      at(hall.people.leader, 0).act("closeRound", { roundId }),
      ...voters.map(castAll),
    ]);
    const late = await castAll(hall.author);
    await at(hall.people.owner, 1).act("revealRound", { roundId });
    const counted = cast.filter((answers) => answers.some(stands)).length;
    interface Round {
      readonly id: string;
      readonly votedCount: number;
      readonly results: readonly { readonly dots: number }[];
    }
    const read = await bothRead<{ voteRounds: Round[] }>(
      hall,
      at,
      "voteRounds { id votedCount results { dots } }",
    );
    const told = read.map(({ voteRounds }) => {
      const round = voteRounds.find(({ id }) => id === roundId);
      return [round?.votedCount, round?.results.reduce((sum, { dots }) => sum + dots, 0)];
    });
    const others = cast.flat().filter((answer) => !stands(answer) && answer.__typename !== "RoundClosed");
    return [
      ...unlike("ballots after the close", tally(late), `${VOTES_EACH} RoundClosed`),
      ...unlike("other answers to a ballot", tally(others), ""),
      ...unlike("what was counted", told, [
        [counted, counted],
        [counted, counted],
      ]),
    ];
  });

const cardsAtTheFreeze: Race = (hall, at) =>
  times(async () => {
    const freeze = (frozen: boolean): Promise<unknown> =>
      at(hall.people.leader, 0).act("freezeBoard", { boardId: hall.boardId, frozen });
    const people = [hall.author, hall.peer, hall.author, hall.peer];
    const [, ...posted] = await Promise.all([freeze(true), ...people.map((who) => post(hall, at, who))]);
    const late = await post(hall, at, hall.peer);
    const { cards } = await readBoard(at(hall.peer, 1), hall.boardId);
    await freeze(false);
    const lost = posted.filter(({ id }) => id !== null && !cards.has(id));
    const others = posted.filter((answer) => !stands(answer) && answer.__typename !== "BoardFrozen");
    return [
      ...unlike("a card after the freeze", tally([late]), "1 BoardFrozen"),
      ...unlike("other answers to a card", tally(others), ""),
      ...unlike("cards that stood and are gone", lost, []),
    ];
  });

const cardsAtTheOpening: Race = (hall, at) =>
  times(async () => {
    const itemId = await hall.addItem({ writing: "SILENT" });
    const lead = at(hall.people.leader, 0);
    await lead.act("goToItem", { gatheringId: hall.id, itemId });
    const people = [hall.author, hall.author, hall.author, hall.author];
    const [, ...posted] = await Promise.all([
      lead.act("setPhase", { gatheringId: hall.id, phase: "GROUP" }),
      ...people.map((who) => post(hall, at, who, { itemId })),
    ]);
    const { cards } = await readBoard(at(hall.peer, 1), hall.boardId);
    return [
      ...unlike("cards that stand", posted.filter(stands).length, people.length),
      ...unlike(
        "cards that the group does not see",
        posted.filter(({ id }) => !cards.has(id ?? "")),
        [],
      ),
    ];
  });

/** Either somebody has written in it, and it stays; or it is gone, and nothing is written in it. */
const anItemThatGoesWhileItIsOn: Race = (hall, at) =>
  times(async () => {
    // Each new item is put before those that are there.
    const [next, itemId] = [await hall.addItem({}), await hall.addItem({})];
    const [leader, owner] = [at(hall.people.leader, 0), at(hall.people.owner, 1)];
    await leader.act("goToItem", { gatheringId: hall.id, itemId });
    const [removed, pressed, written] = await Promise.all([
      leader.attempt("removeItem", { itemId }),
      owner.attempt("goToItem", { gatheringId: hall.id, itemId: next, fromItemId: itemId }),
      post(hall, at, hall.author, { itemId }),
    ]);
    interface Seen {
      readonly currentItemId: string;
      readonly programme: readonly { readonly id: string }[];
    }
    const [left, right] = await bothRead<Seen>(hall, at, "currentItemId programme { id }");
    const isThere = left.programme.some(({ id }) => id === itemId);
    return [
      ...unlike("what the nodes say", left, right),
      ...unlike("whether it is there", isThere, !stands(removed)),
      ...unlike("whether one of the two stands", stands(removed), !stands(written)),
      ...unlike("where the gathering is", left.currentItemId, next),
      ...(stands(pressed) || pressed.__typename === "Outdated"
        ? []
        : [`Next was answered ${tally([pressed])}`]),
    ];
  });

const whoJoinsWhileGroupsAreMade: Race = (hall, at) =>
  times(async (round) => {
    const newcomer = async (name: string): Promise<string> => {
      const input = {
        code: hall.code,
        name,
        unitId: hall.people.network.units[round % 3]?.id,
        wantsToken: true,
      };
      const guest = at({ ...hall.author, api: hall.author.api.as("") }, 1);
      const selection = "... on Joined { participant { id } }";
      return (await guest.act<{ participant: { id: string } }>("join", input, selection)).participant.id;
    };
    const [, ...came] = await Promise.all([
      at(hall.people.leader, 0).act("makeGroups", { gatheringId: hall.id, arena: "CROSS", size: 3 }),
      ...["Sen", "Senere", "Sist"].map((name) => newcomer(`${name} ${round}`)),
    ]);
    interface Groups {
      readonly groups: readonly {
        readonly arena: string;
        readonly members: readonly { readonly id: string }[];
      }[];
    }
    const [left, right] = await bothRead<Groups>(hall, at, "groups { arena members { id } }");
    const across = left.groups.filter(({ arena }) => arena === "CROSS");
    const seated = across.flatMap(({ members }) => members.map(({ id }) => id));
    return [
      ...unlike("what the nodes say", left, right),
      ...unlike("people who sit twice", seated.length - new Set(seated).size, 0),
      ...unlike(
        "newcomers without a seat",
        came.filter((id) => !seated.includes(id)),
        [],
      ),
    ];
  });

export const races: readonly (readonly [string, Race])[] = [
  ["two leaders press Next: one goes on, the other is told", twoPressNext],
  ["a ballot comes as the round closes: it is counted or told so", ballotsAtTheClose],
  ["a card comes as the board is frozen: it stands or is told so", cardsAtTheFreeze],
  ["a silent card comes as the group's phase begins: the group sees it", cardsAtTheOpening],
  ["an item is taken away while it is on and written in: one of the two stands", anItemThatGoesWhileItIsOn],
  ["somebody joins while groups are made: they sit in one of them, once", whoJoinsWhileGroupsAreMade],
];
