import type { ApolloCache } from "@apollo/client/cache";
import {
  BallotsOfRoundFragmentDoc,
  BoardPulseFieldsFragmentDoc,
  GatheringFieldsFragmentDoc,
  GatheringPeopleFragmentDoc,
  GatheringViewFragmentDoc,
  GroupFieldsFragmentDoc,
  ParticipantFieldsFragmentDoc,
  PlenaryIdeaFieldsFragmentDoc,
  ProgrammeItemFieldsFragmentDoc,
  UnitFieldsFragmentDoc,
  VoteRoundFieldsFragmentDoc,
  type BallotFieldsFragment,
  type BoardPulseFieldsFragment,
  type BallotsOfRoundFragment,
  type GatheringFieldsFragment,
  type GatheringFrameFieldsFragment,
  type GatheringPeopleFragment,
  type GatheringViewFragment,
  type GroupFieldsFragment,
  type ParticipantFieldsFragment,
  type PlenaryIdeaFieldsFragment,
  type ProgrammeItemFieldsFragment,
  type UnitFieldsFragment,
  type VoteRoundFieldsFragment,
} from "@ordskifte/schema";
import {
  byFields,
  changeConnection,
  changeList,
  refOf,
  writeEntity,
  type Compare,
  type ListChange,
} from "./entity-lists.js";
import { putGroupReady, putSign, putSignCount, putTurn } from "./sign-cache.js";

type Change = GatheringFrameFieldsFragment["changes"][number];
type VoteCount = Extract<Change, { __typename: "VoteCountPut" }>;
type ListName = "plenaryIdeas" | "programme" | "groups" | "units" | "voteRounds" | "people";

/** Replaces the picture of a gathering, and of its people where they were asked for. */
export function writeGatheringSnapshot(
  cache: ApolloCache,
  view: GatheringViewFragment,
  people: GatheringPeopleFragment | null,
): void {
  cache.batch({
    update: () => {
      writeEntity(cache, GatheringViewFragmentDoc, "GatheringView", view);
      if (people) writeEntity(cache, GatheringPeopleFragmentDoc, "GatheringPeople", people);
    },
  });
}

/** Applies one frame of a gathering's feed in one batch. */
export function applyGatheringFrame(
  cache: ApolloCache,
  gatheringId: string,
  changes: readonly Change[],
): void {
  const owner = refOf(cache, { __typename: "Gathering", id: gatheringId }).__ref;
  cache.batch({ update: () => changes.forEach((change) => applyChange(cache, owner, change)) });
}

type Way<Name> = (cache: ApolloCache, owner: string, change: Extract<Change, { __typename: Name }>) => void;

/** What each kind of change does to the picture of its gathering, which is at `owner`. */
const ways: { readonly [Name in Change["__typename"]]: Way<Name> } = {
  GatheringPut: (cache, _owner, { gathering }) => writeGathering(cache, gathering),
  ProgrammeItemPut: (cache, owner, { item }) => put(cache, owner, "programme", writeItem(cache, item)),
  ProgrammeItemGone: (cache, owner, { id }) => gone(cache, owner, "programme", id),
  GroupPut: (cache, owner, { group }) => put(cache, owner, "groups", writeGroup(cache, group)),
  GroupGone: (cache, owner, { id }) => gone(cache, owner, "groups", id),
  ParticipantPut: (cache, owner, change) =>
    put(cache, owner, "people", writeParticipant(cache, change.participant)),
  ParticipantGone: (cache, owner, { id }) => gone(cache, owner, "people", id),
  VoteRoundPut: (cache, owner, { round }) => putOwnRound(cache, owner, round),
  VoteCountPut: (cache, _owner, change) => count(cache, change),
  BallotPut: (cache, _owner, { ballot }) => putBallot(cache, ballot),
  UnitPut: (cache, owner, { unit }) => put(cache, owner, "units", writeUnit(cache, unit)),
  SignPut: (cache, owner, { sign }) => putSign(cache, owner, sign),
  SignCountPut: (cache, owner, change) => putSignCount(cache, owner, change.count),
  GroupReadyPut: (cache, owner, { group }) => putGroupReady(cache, owner, group),
  TurnPut: (cache, owner, { turn }) => putTurn(cache, owner, turn),
  PlenaryIdeaPut: (cache, owner, { idea }) =>
    put(cache, owner, "plenaryIdeas", writePlenaryIdea(cache, idea)),
  PlenaryIdeaGone: (cache, owner, { id }) => gone(cache, owner, "plenaryIdeas", id),
};

function applyChange(cache: ApolloCache, owner: string, change: Change): void {
  // A page may be older than the server: what it does not know of it leaves alone.
  (ways[change.__typename] as Way<string> | undefined)?.(cache, owner, change);
}

/** Applies what a leader's command answered. */
export function applyGatheringWritten(
  cache: ApolloCache,
  written: {
    gathering: GatheringFieldsFragment;
    item?: ProgrammeItemFieldsFragment | null;
    round?: VoteRoundFieldsFragment | null;
  },
): void {
  const owner = refOf(cache, written.gathering).__ref;
  cache.batch({
    update: () => {
      writeGathering(cache, written.gathering);
      if (written.item) put(cache, owner, "programme", writeItem(cache, written.item));
      if (written.round) putRound(cache, owner, written.round);
    },
  });
}

/** Applies the answer to a table's ballots: the round as it now stands, and the caller's own ballots. */
export function applyTableCast(
  cache: ApolloCache,
  cast: { round: VoteRoundFieldsFragment & BallotsOfRoundFragment },
): void {
  const { viewerBallots, ...round } = cast.round;
  cache.batch({
    update: () => {
      writeEntity(cache, VoteRoundFieldsFragmentDoc, "VoteRoundFields", round);
      writeBallots(cache, round.id, viewerBallots);
    },
  });
}

/** Writes the counts of some boards of a gathering. */
export function applyPulse(
  cache: ApolloCache,
  gatheringId: string,
  pulses: readonly BoardPulseFieldsFragment[],
): void {
  const owner = refOf(cache, { __typename: "Gathering", id: gatheringId }).__ref;
  cache.batch({
    update: () => {
      const refs = pulses.map((pulse) => ({ __ref: writePulse(cache, pulse) }));
      changeList(cache, owner, "pulse", { put: refs, gone: [] });
    },
  });
}

function writePulse(cache: ApolloCache, data: BoardPulseFieldsFragment): string {
  const id = `BoardPulse:${JSON.stringify({ boardId: data.boardId })}`;
  const fragment = BoardPulseFieldsFragmentDoc;
  cache.writeFragment({ id, fragment, fragmentName: "BoardPulseFields", data });
  return id;
}

const byName: Compare = (left, right, read) =>
  String(read("name", left)).localeCompare(String(read("name", right)), "nb");

const orders: Partial<Record<ListName, Compare>> = {
  programme: byFields("position", "id"),
  groups: byFields("arena", "number"),
  plenaryIdeas: byFields("sentAt", "id"),
  units: byName,
};

function put(cache: ApolloCache, owner: string, name: ListName, id: string): void {
  changeNamed(cache, owner, name, { put: [{ __ref: id }], gone: [] });
}

function gone(cache: ApolloCache, owner: string, name: ListName, id: string): void {
  changeNamed(cache, owner, name, { put: [], gone: [id] });
}

function changeNamed(cache: ApolloCache, owner: string, name: ListName, what: ListChange): void {
  if (name === "people") changeConnection(cache, owner, name, "ParticipantEdge", what);
  else changeList(cache, owner, name, what, orders[name]);
}

function writeGathering(cache: ApolloCache, data: GatheringFieldsFragment): void {
  writeEntity(cache, GatheringFieldsFragmentDoc, "GatheringFields", data);
}

function writeItem(cache: ApolloCache, data: ProgrammeItemFieldsFragment): string {
  return writeEntity(cache, ProgrammeItemFieldsFragmentDoc, "ProgrammeItemFields", data);
}

function writeGroup(cache: ApolloCache, data: GroupFieldsFragment): string {
  return writeEntity(cache, GroupFieldsFragmentDoc, "GroupFields", data);
}

function writeParticipant(cache: ApolloCache, data: ParticipantFieldsFragment): string {
  return writeEntity(cache, ParticipantFieldsFragmentDoc, "ParticipantFields", data);
}

function writeUnit(cache: ApolloCache, data: UnitFieldsFragment): string {
  return writeEntity(cache, UnitFieldsFragmentDoc, "UnitFields", data);
}

function writePlenaryIdea(cache: ApolloCache, data: PlenaryIdeaFieldsFragment): string {
  return writeEntity(cache, PlenaryIdeaFieldsFragmentDoc, "PlenaryIdeaFields", data);
}

/** A round that brings the caller's own ballots, also those cast on another device. */
function putOwnRound(
  cache: ApolloCache,
  owner: string,
  { viewerBallots, ...round }: VoteRoundFieldsFragment & BallotsOfRoundFragment,
): void {
  writeBallots(cache, round.id, viewerBallots);
  putRound(cache, owner, round);
}

function putRound(cache: ApolloCache, owner: string, round: VoteRoundFieldsFragment): void {
  const id = writeEntity(cache, VoteRoundFieldsFragmentDoc, "VoteRoundFields", round);
  if (!ballotsOf(cache, id)) writeBallots(cache, round.id, []);
  put(cache, owner, "voteRounds", id);
}

/** A round that is not known here is not made up: its own change brings the counts with it. */
function count(cache: ApolloCache, { roundId, votedCount, voterCount }: VoteCount): void {
  const { __ref: id } = refOf(cache, { __typename: "VoteRound", id: roundId });
  cache.modify({ id, fields: { votedCount: () => votedCount, voterCount: () => voterCount } });
}

/** One of the caller's own ballots, in place of the one that it was; in a round that is known here. */
export function putBallot(cache: ApolloCache, ballot: BallotFieldsFragment): void {
  const { __ref: id } = refOf(cache, { __typename: "VoteRound", id: ballot.roundId });
  const known = ballotsOf(cache, id);
  if (!known) return;
  const others = known.filter((other) => other.id !== ballot.id);
  writeBallots(
    cache,
    ballot.roundId,
    [...others, ballot].toSorted((a, b) => a.voter - b.voter),
  );
}

/** The caller's own ballots; null for a round that is new to this device. */
function ballotsOf(cache: ApolloCache, id: string): readonly BallotFieldsFragment[] | null {
  const fragment = BallotsOfRoundFragmentDoc;
  const known = cache.readFragment({ id, fragment, fragmentName: "BallotsOfRound" });
  return known?.viewerBallots ?? null;
}

function writeBallots(cache: ApolloCache, id: string, viewerBallots: BallotFieldsFragment[]): void {
  const data: BallotsOfRoundFragment = { __typename: "VoteRound", id, viewerBallots };
  writeEntity(cache, BallotsOfRoundFragmentDoc, "BallotsOfRound", data);
}
