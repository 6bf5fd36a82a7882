import { GatheringViewFragmentDoc, type GatheringFrameFieldsFragment } from "@ordskifte/schema";
import { describe, expect, it } from "vitest";
import { makeCache } from "./cache.js";
import { applyGatheringFrame, applyTableCast, putBallot, writeGatheringSnapshot } from "./gathering-cache.js";
import {
  gatheringView,
  group,
  item,
  participant,
  round,
  unit,
  type GatheringParts,
} from "./testing/samples.js";

type Changes = GatheringFrameFieldsFragment["changes"];
type View = ReturnType<typeof gatheringView>;

const kari = participant("person-1", "Kari");
const ola = participant("person-2", "Ola");
const sign = {
  __typename: "Sign",
  participantId: kari.id,
  moment: 1,
  ready: true,
  handUpAt: "2026-01-01T09:10:00.000Z",
} as const;
const idea = {
  __typename: "PlenaryIdea",
  id: "idea-1",
  body: "Lese høyt",
  language: null,
  boardId: "board-1",
  boardTitle: "Gruppe 1",
  unitName: "Lysnes skole",
  mergedIntoId: null,
  sentAt: "2026-01-01T09:20:00.000Z",
} as const;
const groupReady = { __typename: "GroupReady", groupId: "g1", moment: 1, ready: 2 } as const;
const turn = { __typename: "Turn", groupId: "g1", moment: 1, participantId: kari.id } as const;
const nobodyYet: GatheringParts = {
  programme: [item("i1", 0, "Velkommen")],
  groups: [],
  units: [unit("u1", "Fjæra")],
  voteRounds: [],
};

/** What each frame brought, and what the gathering was after it. */
const life: readonly { readonly changes: Changes; readonly view: View }[] = [
  { changes: [], view: gatheringView("Høst", nobodyYet) },
  {
    changes: [
      { __typename: "ProgrammeItemPut", item: item("i2", 0, "Utveksling") },
      { __typename: "ProgrammeItemPut", item: item("i1", 1, "Velkommen") },
    ],
    view: gatheringView("Høst", {
      ...nobodyYet,
      programme: [item("i2", 0, "Utveksling"), item("i1", 1, "Velkommen")],
    }),
  },
  {
    changes: [
      { __typename: "GroupPut", group: group("g2", 2, [ola]) },
      { __typename: "GroupPut", group: group("g1", 1, [kari]) },
      { __typename: "UnitPut", unit: unit("u2", "Ås skole") },
      { __typename: "UnitPut", unit: unit("u3", "Bekkefaret") },
    ],
    view: gatheringView("Høst", {
      programme: [item("i2", 0, "Utveksling"), item("i1", 1, "Velkommen")],
      groups: [group("g1", 1, [kari]), group("g2", 2, [ola])],
      units: [unit("u3", "Bekkefaret"), unit("u1", "Fjæra"), unit("u2", "Ås skole")],
      voteRounds: [],
    }),
  },
  {
    changes: [
      { __typename: "GroupPut", group: group("g1", 1, [kari, ola]) },
      { __typename: "GroupGone", id: "g2" },
      { __typename: "ProgrammeItemGone", id: "i1" },
      { __typename: "VoteRoundPut", round: { ...round("r1", 4), viewerBallots: [] } },
      { __typename: "GatheringPut", gathering: fieldsOf(gatheringView("Vår", nobodyYet)) },
      { __typename: "SignPut", sign },
      { __typename: "SignCountPut", count: { __typename: "SignCount", moment: 1, ready: 1, hands: 1 } },
      { __typename: "GroupReadyPut", group: groupReady },
      { __typename: "TurnPut", turn },
      { __typename: "PlenaryIdeaPut", idea },
      { __typename: "PlenaryIdeaPut", idea: { ...idea, id: "idea-2" } },
      { __typename: "PlenaryIdeaGone", id: "idea-2" },
    ],
    view: {
      ...gatheringView("Vår", {
        programme: [item("i2", 0, "Utveksling")],
        groups: [group("g1", 1, [kari, ola])],
        units: [unit("u3", "Bekkefaret"), unit("u1", "Fjæra"), unit("u2", "Ås skole")],
        voteRounds: [{ ...round("r1", 4), viewerBallots: [] }],
      }),
      signs: [sign],
      signCount: { __typename: "SignCount", moment: 1, ready: 1, hands: 1 },
      groupReady: [groupReady],
      turns: [turn],
      plenaryIdeas: [idea],
    },
  },
];

function fieldsOf(view: View) {
  const { viewer: _viewer, programme: _programme, groups: _groups, units: _units, ...rest } = view;
  const {
    voteRounds: _rounds,
    signs: _signs,
    signCount: _count,
    groupReady: _ready,
    turns: _turns,
    plenaryIdeas: _ideas,
    ...fields
  } = rest;
  return fields;
}

function cacheWith(view: View) {
  const cache = makeCache();
  writeGatheringSnapshot(cache, view, null);
  return cache;
}

function read(cache: ReturnType<typeof makeCache>) {
  return cache.readFragment({
    id: "Gathering:gathering-1",
    fragment: GatheringViewFragmentDoc,
    fragmentName: "GatheringView",
  });
}

describe("a gathering in the cache", () => {
  it.each(life.map((_, index) => index))("snapshot %i and the later frames make the fresh one", (start) => {
    const cache = cacheWith(life[start]?.view ?? gatheringView("", nobodyYet));
    for (const { changes } of life.slice(start + 1)) applyGatheringFrame(cache, "gathering-1", changes);
    const last = life.at(-1)?.view ?? gatheringView("", nobodyYet);
    expect(read(cache)).toEqual(last);
  });

  it("takes in the caller's own ballots from a frame, also those cast on another device", () => {
    const ballot = {
      __typename: "Ballot" as const,
      id: "b1",
      roundId: "r1",
      voter: 1,
      choices: [{ __typename: "BallotChoice" as const, ideaId: "idea-1", dots: 2 }],
    };
    const cache = cacheWith(life.at(-1)?.view ?? gatheringView("", nobodyYet));
    const moved = { ...ballot, choices: ballot.choices.map((choice) => ({ ...choice, dots: 1 })) };
    const own = () => read(cache)?.voteRounds[0]?.viewerBallots;
    applyTableCast(cache, { round: { ...round("r1", 5), viewerBallots: [ballot] } });
    applyGatheringFrame(cache, "gathering-1", [
      { __typename: "VoteRoundPut", round: { ...round("r1", 6), viewerBallots: [moved] } },
    ]);
    expect(read(cache)?.voteRounds[0]?.votedCount).toBe(6);
    expect(own()).toEqual([moved]);
    const second = { ...ballot, id: "b2", voter: 2 };
    putBallot(cache, second);
    applyGatheringFrame(cache, "gathering-1", [
      { __typename: "BallotPut", ballot },
      { __typename: "BallotPut", ballot: { ...ballot, id: "b3", roundId: "unknown" } },
    ]);
    expect(own()).toEqual([ballot, second]);
  });

  it("takes in the counts of a vote alone, and makes up no round it does not know", () => {
    const cache = cacheWith(life.at(-1)?.view ?? gatheringView("", nobodyYet));
    const before = read(cache)?.voteRounds[0];
    applyGatheringFrame(cache, "gathering-1", [
      { __typename: "VoteCountPut", roundId: "r1", votedCount: 7, voterCount: 9 },
      { __typename: "VoteCountPut", roundId: "unknown", votedCount: 1, voterCount: 1 },
    ]);
    expect(read(cache)?.voteRounds).toEqual([{ ...before, votedCount: 7, voterCount: 9 }]);
    expect(JSON.stringify(cache.extract())).not.toContain("unknown");
  });
});
