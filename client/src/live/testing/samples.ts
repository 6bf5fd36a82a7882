import type {
  BoardFieldsFragment,
  BoardViewFragment,
  ContributionFieldsFragment,
  GatheringViewFragment,
  GroupFieldsFragment,
  ParticipantFieldsFragment,
  ProgrammeItemFieldsFragment,
  UnitFieldsFragment,
  VoteRoundFieldsFragment,
} from "@ordskifte/schema";

// Things as the server would send them, for tests.

export function unit(id: string, name: string): UnitFieldsFragment {
  return { __typename: "Unit", id, name, municipality: "Lysnes", kind: "SCHOOL" };
}

export function participant(id: string, name: string): ParticipantFieldsFragment {
  return { __typename: "Participant", id, name, people: 1, unit: unit("unit-1", "Lysnes skole") };
}

export function example(id: string, at: number, body: string, revision = 1): ContributionFieldsFragment {
  return {
    ...cardFields(id, at, body, revision),
    __typename: "PracticeExample",
    kind: "PRACTICE_EXAMPLE",
    title: `Om ${id}`,
    lens: "GOOD",
    challengeUsOn: null,
    theme: null,
  };
}

export function challenge(id: string, at: number, toId: string): ContributionFieldsFragment {
  const links = [{ __typename: "ContributionLink" as const, kind: "CHALLENGES" as const, toId }];
  return { ...cardFields(id, at, `Hvorfor ${toId}?`, 1), __typename: "Challenge", kind: "CHALLENGE", links };
}

function cardFields(id: string, at: number, body: string, revision: number) {
  return {
    id,
    boardId: "board-1",
    itemId: null,
    body,
    language: null,
    author: participant("person-1", "Kari"),
    unit: unit("unit-1", "Lysnes skole"),
    anonymous: false,
    isMine: false,
    visibility: "OPEN" as const,
    hiddenReason: null,
    links: [],
    createdAt: new Date(Date.UTC(2026, 0, 1, 9, 0, at)).toISOString(),
    editedAt: null,
    revision,
  };
}

export function board(title = "Gruppe 1", frozen = false): BoardFieldsFragment {
  return { __typename: "Board", id: "board-1", gatheringId: "gathering-1", title, groupId: null, frozen };
}

export function boardView(
  fields: BoardFieldsFragment,
  cards: readonly ContributionFieldsFragment[],
): BoardViewFragment {
  const ordered = cards.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
  return {
    ...fields,
    contributions: {
      __typename: "ContributionConnection",
      edges: ordered.map((node) => ({ __typename: "ContributionEdge", node })),
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      totalCount: cards.length,
    },
  };
}

export function item(id: string, position: number, title: string): ProgrammeItemFieldsFragment {
  return {
    __typename: "ProgrammeItem",
    id,
    position,
    title,
    kind: "EXCHANGE",
    arena: "CROSS",
    minutes: 20,
    instruction: "Utfordre hverandre",
    writing: "OPEN",
    openedAt: null,
    atHome: false,
    dueAt: null,
    startsAt: null,
    critique: true,
    phases: null,
    vote: null,
    naming: "NAMED",
    invites: ["CHALLENGE", "ANSWER"],
  };
}

const unturned = { round: 1, secretaryId: null, satHere: false };

export function group(id: string, number: number, members: ParticipantFieldsFragment[]): GroupFieldsFragment {
  const people = members.reduce((sum, member) => sum + member.people, 0);
  const name = `Gruppe ${number}`;
  return { __typename: "Group", id, arena: "CROSS", number, name, boardId: id, people, ...unturned, members };
}

export function round(id: string, votedCount: number): VoteRoundFieldsFragment {
  return {
    __typename: "VoteRound",
    id,
    title: "Hva prøver vi?",
    itemId: null,
    budget: 3,
    maxPerIdea: 2,
    per: "PERSON",
    state: "OPEN",
    candidates: [
      {
        __typename: "Candidate",
        ideaId: "idea-1",
        body: "Språkkafé",
        language: null,
        boardTitle: "Gruppe 1",
      },
    ],
    votedCount,
    voterCount: 6,
    results: null,
  };
}

export type GatheringParts = Pick<GatheringViewFragment, "programme" | "groups" | "units" | "voteRounds">;

export function gatheringView(title: string, parts: GatheringParts): GatheringViewFragment {
  return {
    __typename: "Gathering",
    id: "gathering-1",
    title,
    place: null,
    startsAt: "2026-01-01T08:00:00.000Z",
    state: "LIVE",
    networkId: "network-1",
    networkName: "Ytre Kyst",
    joinCode: "ABC234",
    currentItemId: null,
    phase: "GROUP",
    clock: { __typename: "Clock", state: "STOPPED", endsAt: null, remainingSeconds: null },
    projection: {
      __typename: "Projection",
      view: "TILES",
      boardId: null,
      contributionId: null,
      roundId: null,
    },
    moment: 1,
    summons: null,
    signCount: { __typename: "SignCount", moment: 1, ready: 0, hands: 0 },
    signs: [],
    groupReady: [],
    turns: [],
    ideasPerGroup: 3,
    plenaryIdeas: [],
    headCount: { __typename: "HeadCount", devices: 6, people: 6, units: 2 },
    viewer: {
      __typename: "GatheringViewer",
      mayLead: false,
      participant: participant("person-1", "Kari"),
    },
    ...parts,
  };
}
